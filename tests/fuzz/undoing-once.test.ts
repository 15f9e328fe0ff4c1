/** Two editors who hear of each other at once write, delete, part, join and retype lines, and undo, at random. */
import { deleteSelection, joinBackward, splitBlock } from "@tiptap/pm/commands";
import type { Node } from "@tiptap/pm/model";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "@/core/document/schema";
import type { SharedEditor } from "../editor/shared-editor";
import { openPair } from "../editor/shared-pair";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomSelection } from "./random-selection";

const ROUNDS = 60;
const STEPS = 40;
const seed = runSeed();
/** No two are the same. */
const FIRST_LETTER = 0x6c00;

it(`ED-94 no letter stands twice, whoever undoes what (SEED=${seed})`, () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seededRandom(seed + round);
    const { me, colleague } = openPair();
    const letters = newLetters();
    for (let step = 0; step < STEPS; step += 1) {
      const editor = random.pick([me, colleague]);
      random.pick([...changes(editor, random, letters), ...undoing(editor)])();
      expect(repeated(me.state.doc), `SEED=${seed + round} step ${step}`).toEqual([]);
    }
    expect(colleague.state.doc.toJSON(), `SEED=${seed + round}`).toEqual(me.state.doc.toJSON());
  }
});

it(`ED-94 for who writes alone nothing is different (SEED=${seed})`, () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    // As Yjs does it, and as the editor does.
    const [plain, ours] = [Y.UndoManager.prototype, null].map((methods) => {
      const random = seededRandom(seed + round);
      const { me, undoManager } = openPair();
      const letters = newLetters();
      const texts: string[] = [];
      for (let step = 0; step < STEPS; step += 1) {
        const turn = random.below(4);
        if (turn === 0) (methods ?? undoManager).undo.call(undoManager);
        else if (turn === 1 && random.chance(0.5)) (methods ?? undoManager).redo.call(undoManager);
        else random.pick(changes(me, random, letters))();
        // Else it goes with the next one: Yjs takes what comes within half a second as one step.
        if (random.chance(0.5)) undoManager.stopCapturing();
        texts.push(JSON.stringify(me.state.doc));
      }
      return texts;
    });
    expect(ours, `SEED=${seed + round}`).toEqual(plain);
  }
});

const repeated = ({ textContent }: Node): string[] =>
  [...textContent].filter((letter, index, all) => all.indexOf(letter) !== index);

function newLetters(): () => string {
  let last = FIRST_LETTER;
  return () => {
    last += 3;
    return String.fromCharCode(last, last + 1, last + 2);
  };
}

function changes(editor: SharedEditor, random: Random, letters: () => string): (() => void)[] {
  const { state } = editor;
  const dispatch = editor.dispatch.bind(editor);
  const at = () => state.apply(state.tr.setSelection(randomSelection(state, random)));
  const { heading, paragraph } = documentSchema().nodes;
  return [
    () => dispatch(state.tr.insertText(letters(), randomSelection(state, random).from)),
    () => deleteSelection(at(), dispatch),
    () => splitBlock(at(), dispatch),
    () => joinBackward(at(), dispatch),
    () => {
      const { from } = randomSelection(state, random);
      const type = random.pick([heading, paragraph]);
      if (type !== undefined)
        dispatch(state.tr.setBlockType(from, from, type, type === heading ? { level: 1 } : null));
    },
  ];
}

function undoing({ state }: SharedEditor): (() => void)[] {
  const { undoManager }: { undoManager: Y.UndoManager } = yUndoPluginKey.getState(state);
  return [
    () => void undoManager.undo(),
    () => void undoManager.undo(),
    () => void undoManager.redo(),
    // What comes is a step of its own.
    () => undoManager.stopCapturing(),
  ];
}
