/**
 * The Yjs document of a speech, in the browser and on the server alike: it changes only by what
 * people do. Yjs by itself takes redundant marks out of a text after every remote update, in every
 * replica, as an edit of that replica's own: a reader's page would then write and be refused, and
 * the server would show deletions that aren't in its log. Marks left over are invisible.
 */
import * as Y from "yjs";
import { FRAGMENT } from "./schema";

export function createSharedDocument(): Y.Doc {
  const doc = new Y.Doc();
  // Gives the root its type before content arrives; Yjs would otherwise leave it open.
  doc.getXmlFragment(FRAGMENT);
  // Emitted after the observers have asked for the clean-up and right before Yjs does it.
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}
