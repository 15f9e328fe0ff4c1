// @vitest-environment happy-dom
/**
 * Two people who may only suggest, in real editors, who type, delete, part and join lines, change looks and kinds, cut and paste,
 * withdraw, undo and do again at random, at once and offline. SEED=… repeats a run.
 */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setBlockKind, toggleRunIn } from "@/components/editor/blocks/block-kind";
import { settleSuggestions } from "@/components/editor/suggest/settle-command";
import { documentSchema } from "@/core/document/schema";
import { LIMITS } from "@/core/limits";
import { isSameText } from "@/core/review/same-text";
import { rejectAll } from "@/core/review/settle";
import { suggestionsIn } from "@/core/review/suggestions-in";
import { press } from "../editor/page-editor";
import { inOneMoment } from "../helpers/in-one-moment";
import { ProposingPage } from "../helpers/proposing-page";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { openRooms, until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const ROUNDS = 16;
const TURNS = 12;
const KINDS = ["paragraph", "heading1", "heading2", "title", "salutation"] as const;

const failures: unknown[] = [];
// More crosses here in a second than where people type.
const { crossingsPerSecond } = LIMITS;

beforeEach(() => {
  Object.assign(LIMITS, { crossingsPerSecond: 1_000_000 });
  vi.stubGlobal("reportError", (error: unknown) => failures.push(error));
});

afterEach(() => {
  Object.assign(LIMITS, { crossingsPerSecond });
  vi.unstubAllGlobals();
});

const seed = runSeed();

it(`SU-22 SU-50 SU-55 real editors of who may only suggest leave the text as it was, and nobody is refused (SEED=${seed})`, async () => {
  console.log(`SEED=${seed}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      await run(seededRandom(seed + round));
    } catch (error) {
      throw new Error(`SEED=${seed + round}`, { cause: error });
    }
  }
}, 60_000);

async function run(random: Random): Promise<void> {
  const { rooms, speechId, log } = openRooms({ idleTimeoutMs: 60_000 });
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  for (const line of ["甲乙丙丁戊己", "子丑寅卯辰", "天地玄", "东南西北中"]) chief.write(line);
  await until(() => chief.allSaved);
  const base = rejectAll(textOf(chief.doc));
  const pages = [
    await ProposingPage.open(rooms, speechId, "suggester"),
    await ProposingPage.open(rooms, speechId, "suggester"),
  ];
  const settled = () =>
    until(() => {
      const here = [chief, ...pages.map(({ client }) => client)].filter(({ closed }) => closed === null);
      const texts = new Set(here.map(({ fragment }) => fragment.toString()));
      return here.every(({ allSaved }) => allSaved) && texts.size === 1;
    });
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const deeds = Array.from({ length: 1 + random.below(4) }, () => () => {
        const page = random.pick(pages);
        if (random.chance(0.04) && !page.isAway) page.client.disconnect();
        actAtRandom(page, random);
      });
      inOneMoment(log, deeds);
      const isLast = turn === TURNS - 1;
      for (const page of pages) if (page.isAway && (isLast || random.chance(0.4))) page.comeBack();
      await settled();
      for (const { client, isAway } of pages) expect([isAway, client.closeError]).toEqual([isAway, null]);
    }
    expect(failures).toEqual([]);
    expect(isSameText(rejectAll(textOf(chief.doc)), base), String(textOf(chief.doc))).toBe(true);
    for (const { editor, client } of pages) {
      expect(isSameText(shown(editor), textOf(client.doc)), String(editor.state.doc)).toBe(true);
    }
  } finally {
    for (const page of pages) page.close();
    chief.disconnect();
    await rooms.close();
  }
}

/** In the schema of the shared text. */
const shown = ({ state: { doc } }: Editor): Node => documentSchema().nodeFromJSON(doc.toJSON());

function actAtRandom({ editor, client }: ProposingPage, random: Random): void {
  const { commands } = editor;
  const { doc, selection } = editor.state;
  const place = (most = doc.content.size) => doc.resolve(Math.min(doc.content.size, random.below(most + 1)));
  const select = (isRange: boolean) => {
    const $from = place();
    const $to = isRange ? doc.resolve(Math.min(doc.content.size, $from.pos + random.below(9))) : $from;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($from, $to)));
  };
  const { undoManager } = yUndoPluginKey.getState(editor.state);
  const mine = suggestionsIn(doc).filter(({ person }) => person === client.personId);
  const actions: readonly (() => unknown)[] = [
    () => commands.insertContent(random.pick(["新", "大力", "抓落实"])),
    () => commands.insertContent(random.pick(["又", "再"])),
    () => select(false),
    () => select(true),
    () => press(editor, "Enter"),
    () => press(editor, "Backspace") || eraseBackward(editor),
    () => commands.setTextSelection(selection.$from.start()) && press(editor, "Backspace"),
    () => {
      select(true);
      commands.deleteSelection();
    },
    () => {
      select(true);
      commands.toggleBold();
    },
    () => commands.setHardBreak(),
    () => setBlockKind(editor, random.pick(KINDS)),
    () => toggleRunIn(editor),
    () => moveWords(editor, select, random),
    () => mine.length > 0 && withdraw(editor, random.pick(mine).id),
    () => commands.undo(),
    () => commands.redo(),
    () => undoManager.stopCapturing(),
  ];
  random.pick(actions)();
}

function eraseBackward({ state, view }: Editor): void {
  const { empty, $from } = state.selection;
  if (empty && $from.parentOffset > 0) view.dispatch(state.tr.delete($from.pos - 1, $from.pos));
}

/** As cutting and pasting in one page does it. */
function moveWords(editor: Editor, select: (isRange: boolean) => void, random: Random): void {
  select(true);
  const slice = editor.state.selection.content();
  editor.commands.deleteSelection();
  const { doc, tr } = editor.state;
  const $at = doc.resolve(random.below(doc.content.size + 1));
  editor.view.dispatch(tr.setSelection(TextSelection.between($at, $at)).replaceSelection(slice));
}

function withdraw(editor: Editor, suggestion: string): void {
  settleSuggestions(editor, ({ id }) => (id === suggestion ? "reject" : "keep"));
}
