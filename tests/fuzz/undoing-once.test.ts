/** Two editors who hear of each other at once write, delete, part, join and retype lines, and undo, at random. */
import { deleteSelection, joinBackward, splitBlock } from "@tiptap/pm/commands";
import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "@/core/document/schema";
import type { SharedEditor } from "../editor/shared-editor";
import { openPair } from "../editor/shared-pair";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomSelection } from "./random-selection";

const ROUNDS = 100;
const STEPS = 40;
const seed = runSeed();
/** No two are the same. */
const FIRST_LETTER = 0x6c00;

/** In how many rounds a letter came to stand twice, where one of the two undoes as `methods` do. */
function roundsWithRepeated(methods: Pick<Y.UndoManager, "undo" | "redo"> | null): number {
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seededRandom(seed + round);
    const { me, colleague, undoManager } = openPair();
    const { undo, redo } = methods ?? undoManager;
    const letters = newLetters();
    const undoing = [undo, undo, redo, undoManager.stopCapturing].map((act) => () => act.call(undoManager));
    for (let step = 0; step < STEPS && repeated(me.state.doc).length === 0; step += 1) {
      const editor = random.pick([me, colleague]);
      random.pick([...changes(editor, random, letters), ...(editor === me ? undoing : [])])();
    }
    expect(colleague.state.doc.toJSON(), `SEED=${seed + round}`).toEqual(me.state.doc.toJSON());
    if (repeated(me.state.doc).length > 0) found += 1;
  }
  return found;
}

it(`ED-94 hardly ever a letter stands twice, as it does with Yjs's own undoing (SEED=${seed})`, () => {
  // What a colleague wrote anew in turn, and redoes, isn't followed: 3 rounds of 3,000; Yjs's own had 1 of 10.
  const ours = roundsWithRepeated(null);
  expect(ours).toBeLessThanOrEqual(2);
  expect(roundsWithRepeated(Y.UndoManager.prototype)).toBeGreaterThan(ours);
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
