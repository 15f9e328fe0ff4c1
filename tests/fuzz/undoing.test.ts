/** Two editors on one shared document, who write, delete, part and join lines, undo and hear of one another at random. */
import { deleteSelection, joinBackward, splitBlock } from "@tiptap/pm/commands";
import { yUndoPluginKey, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { openSharedEditor, type SharedEditor } from "../editor/shared-editor";
import { speech } from "../editor/speech-state";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomSelection } from "./random-selection";

const ROUNDS = 400;
const STEPS = 40;
const seed = runSeed();

afterEach(() => vi.unstubAllGlobals());

it(`SY-116 nothing fails to be shown, and each shows what the shared document has (SEED=${seed})`, () => {
  const failures: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => failures.push(error));
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seededRandom(seed + round);
    const docs = [1, 2].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }));
    const [mine, theirs] = docs as [Y.Doc, Y.Doc]; // two were made
    const editors = docs.map((doc) => openSharedEditor(doc)) as [SharedEditor, SharedEditor];
    const hear = () => {
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)));
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)));
    };
    const { tr } = editors[0].state;
    const text = speech(["p", "甲段话"], ["p", "乙段"], [1, "题"], ["p", "末段文字"]);
    editors[0].dispatch(tr.replaceWith(0, tr.doc.content.size, text.content));
    for (let step = 0; step < STEPS; step += 1) {
      if (step % 8 === 0 || random.chance(0.125)) hear();
      actAtRandom(random.pick(editors), random);
    }
    hear();
    expect(failures, `SEED=${seed + round}`).toEqual([]);
    for (const [index, doc] of docs.entries()) {
      const shared = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(FRAGMENT), documentSchema());
      // An editor has a line at least.
      const shown = shared.childCount > 0 ? shared : documentSchema().topNodeType.createAndFill();
      expect(editors[index]?.state.doc.toJSON(), `SEED=${seed + round}`).toEqual(shown?.toJSON());
    }
  }
});

function actAtRandom(editor: SharedEditor, random: Random): void {
  const { state } = editor;
  const dispatch = editor.dispatch.bind(editor);
  const { undoManager }: { undoManager: Y.UndoManager } = yUndoPluginKey.getState(state);
  const actions = [
    () => dispatch(state.tr.insertText("字")),
    () => dispatch(state.tr.insertText("几个字")),
    () => dispatch(state.tr.setSelection(randomSelection(state, random))),
    () => deleteSelection(state.apply(state.tr.setSelection(randomSelection(state, random))), dispatch),
    () => splitBlock(state, dispatch),
    () => joinBackward(state, dispatch),
    () => undoManager.undo(),
    () => undoManager.redo(),
    // What comes is a step of its own.
    () => undoManager.stopCapturing(),
  ];
  random.pick(actions)();
}
