/** Nobody writes words under another person's suggestion: they become the writer's own. */
import type { Mark } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { openDecidingPeople } from "../helpers/deciding-people";
import { editShared, textOf } from "../helpers/shared-edit";

const PROPOSED = "大力";
const HEADING = documentSchema().node("heading", { level: 2 }).type;

/** `one` proposes two words in the first of two lines. */
async function openProposed() {
  const speech = await openDecidingPeople("我们要推动工作", "第二段");
  await speech.suggest("one", (tr) => tr.insertText(PROPOSED, 4));
  const { people, settled } = speech;
  const listed = () =>
    listSuggestions(textOf(people.chief.doc)).map(({ person, insertedText }) => [
      person === people.one.personId ? "one" : person === people.editor.personId ? "editor" : "?",
      insertedText,
    ]);
  const markOf = (): Mark => {
    let found: Mark | undefined;
    textOf(people.editor.doc).descendants((node) => {
      found ??= node.marks.find(({ type }) => type.name === "insertion");
    });
    if (found === undefined) throw new Error("nothing is proposed");
    return found;
  };
  const write = async (
    edit: (tr: Transaction, marked: (words: string) => ReturnType<typeof node>) => Transaction,
  ) => {
    const mark = markOf();
    editShared(people.editor.doc, (tr) => edit(tr, (words) => node(words, mark)));
    await settled();
  };
  return { ...speech, listed, write };
}

const node = (words: string, mark: Mark) => mark.type.schema.text(words, [mark]);

describe("words under another person's suggestion", () => {
  const deeds: Record<string, readonly [at: number, words: string]> = {
    "within its words": [5, "不"],
    "behind them": [6, "地"],
    "elsewhere in the line": [2, "都"],
    "in another line": [13, "假的"],
  };
  it.each(Object.entries(deeds))("SU-69 are their writer's own suggestion: %s", async (_, [at, words]) => {
    const { people, write, listed } = await openProposed();
    await write((tr, marked) => tr.insert(at, marked(words)));
    expect(people.editor.closed).toBeNull();
    expect(listed().sort()).toEqual([
      ["editor", words],
      ["one", PROPOSED],
    ]);
  });

  it("SU-69 are so too where the proposer's were deleted for them", async () => {
    const { write, listed } = await openProposed();
    await write((tr, marked) => tr.replaceWith(4, 6, marked("缓慢")));
    expect(listed()).toEqual([["editor", "缓慢"]]);
  });

  it("SU-69 stay the proposer's when they are written anew: moved, in parts and by the line, retyped, undone", async () => {
    const { people, settled, write, listed } = await openProposed();
    const { editor } = people;
    const undo = new Y.UndoManager(editor.fragment);
    await write((tr, marked) => tr.delete(5, 6).insert(2, marked("力")));
    await write((tr) => tr.setBlockType(1, 1, HEADING, { level: 2 }));
    await write((tr) => tr.split(5));
    const { nodeSize } = textOf(editor.doc).child(0);
    const moved = textOf(editor.doc).child(0);
    await write((tr) => tr.delete(0, nodeSize).insert(tr.doc.content.size, moved));
    await write((tr) => tr.delete(0, tr.doc.content.size - 5));
    for (let steps = undo.undoStack.length; steps > 0; steps -= 1) {
      undo.undo();
      await settled();
    }
    expect(editor.closed).toBeNull();
    expect(listed().every(([who]) => who === "one")).toBe(true);
    expect(listed().map(([, words]) => words)).toEqual([PROPOSED]);
  });

  it("SU-69 the proposer writes on in them, and others' edits around them change nothing", async () => {
    const { people, suggest, settled, write, listed } = await openProposed();
    await suggest("one", (tr) => tr.insertText("地", 6));
    editShared(people.chief.doc, (tr) => tr.insertText("同志们，", 1));
    await settled();
    await write((tr) => tr.setBlockType(1, 1, HEADING, { level: 2 }));
    expect(listed()).toEqual([["one", "大力地"]]);
  });
});
