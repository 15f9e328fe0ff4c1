/**
 * What runs in the peers' page: Tiptap with our nodes and nothing else, alone or bound to the same
 * server through y-websocket. esbuild bundles it; see peers.ts.
 */
import { Editor, type JSONContent } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { applyAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CompositionHold } from "@/components/sync/composition-hold";
import { installMessages } from "@/components/sync/sync-messages";
import { documentExtensions } from "@/core/document/extensions";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { PERSON_PARAM, SCHEMA_PARAM, SCHEMA_VERSION, SYNC_PATH } from "@/core/protocol";
import { atOnce } from "../../helpers/no-pace";

export type PeerPageData =
  | { readonly kind: "bare"; readonly document: DocumentNode }
  | {
      readonly kind: "collaborative";
      /** Of the measured server. */
      readonly socketUrl: string;
      readonly speechId: string;
      readonly personId: string;
    };

declare global {
  interface Window {
    readonly peer: PeerPageData;
  }
}

const element = document.body;
const { peer } = window;

if (peer.kind === "bare") {
  // The same JSON; Tiptap's own type of it isn't readonly.
  new Editor({ element, extensions: documentExtensions, content: peer.document as JSONContent });
} else {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(peer.socketUrl + SYNC_PATH, peer.speechId, doc, {
    disableBc: true,
    params: { [SCHEMA_PARAM]: String(SCHEMA_VERSION), [PERSON_PARAM]: peer.personId },
  });
  // The server packs several messages into a frame; without this nothing would arrive.
  installMessages(
    provider,
    { hold: new CompositionHold(), pace: atOnce },
    {
      saved: () => {},
      storage: () => {},
      relay: () => {},
      role: () => {},
      dataGeneration: () => {},
      speechChanged: () => {},
      threadsChanged: () => undefined,
      lateDecisions: () => undefined,
      step2Received: () => {},
      updatesTaken: () => {},
      presence: (update) => applyAwarenessUpdate(provider.awareness, update, provider),
    },
  );
  provider.once("sync", () => {
    new Editor({
      element,
      extensions: [
        ...documentExtensions,
        Collaboration.configure({ document: doc, field: FRAGMENT }),
        CollaborationCaret.configure({ provider }),
      ],
    });
  });
}
