/** The smallest page with a real editor on a real connection, for tests of components/sync alone. */
import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { Composition } from "@/components/sync/composition-extension";
import { SpeechConnection } from "@/components/sync/connection";
import {
  deleteCopy,
  deleteLocalCopies,
  readCopyText,
  unsyncedCopiesOf,
} from "@/components/sync/local-copies";
import { flushOpenCopies, LocalCopy } from "@/components/sync/local-copy";
import { peopleIn } from "@/components/sync/presence";
import { ROLES } from "@/core/access";
import { documentExtensions } from "@/core/document/extensions";
import { FRAGMENT } from "@/core/document/fragment";
import { personIdSchema, speechIdSchema } from "@/core/ids";

const address = new URL(window.location.href);
const speechId = speechIdSchema.parse(address.searchParams.get("speech"));
const personId = personIdSchema.parse(address.searchParams.get("person"));
const role = ROLES.find((name) => name === address.searchParams.get("role")) ?? "editor";

const connection = new SpeechConnection({ speechId, personId, role });
/** Every text this page has ever shown. */
const seen = new Set<string>();

const editor = new Editor({
  element: document.body.appendChild(document.createElement("main")),
  editable: false,
  extensions: [
    ...documentExtensions,
    Collaboration.configure({ document: connection.doc, field: FRAGMENT }),
    CollaborationCaret.configure({ provider: connection.caretProvider }),
    Composition.configure({ hold: connection.hold }),
  ],
  onTransaction: ({ editor: { state } }) => {
    seen.add(state.doc.textBetween(0, state.doc.content.size, "\n"));
  },
});
const follow = () => editor.setEditable(connection.state.writable, false);
connection.subscribe(follow);
follow();

const probe = {
  connection,
  editor,
  seen: () => [...seen],
  text: () => editor.state.doc.textBetween(0, editor.state.doc.content.size, "\n"),
  people: () => peopleIn(connection.awareness, personId),
  /** Makes the next edit an undo step of its own. */
  stopUndoCapture: () => yUndoPluginKey.getState(editor.state).undoManager.stopCapturing(),
  /** Writes into the first paragraph past the editor, as another tab's stored edits would come in. */
  changeBehindTheEditor: (text: string) => {
    const paragraph = connection.doc.getXmlFragment(FRAGMENT).get(0);
    const start = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (start instanceof Y.XmlText) start.insert(0, text);
  },
  unsyncedCopies: (generation: string) => unsyncedCopiesOf(personId, generation),
  deleteLocalCopies: () => deleteLocalCopies(personId),
  /** A copy as a page with another schema version left it. */
  leaveCopyOfSchema: async (schemaVersion: number, text: string) => {
    const doc = new Y.Doc();
    const { copy } = await LocalCopy.open(
      { personId, speechId, schemaVersion, generation: 0 },
      doc,
      () => {},
    );
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
    await copy.close();
  },
  deleteCopy,
  flushOpenCopies,
  readCopyText,
};
export type Probe = typeof probe;

declare global {
  interface Window {
    readonly probe: Probe;
  }
}
Object.assign(window, { probe });
