/** Undoing a line's parting, joining or turning into something else, after a colleague did more with its words. */
import { joinBackward, splitBlock } from "@tiptap/pm/commands";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { SharedEditor } from "./shared-editor";
import { openPair } from "./shared-pair";

const { heading } = documentSchema().nodes;

function run(editor: SharedEditor, place: number, command: Command): void {
  const { state } = editor;
  const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
  expect(command(there, editor.dispatch.bind(editor))).toBe(true);
}

/** Takes `length` letters from `place`. */
const remove =
  (length: number): Command =>
  ({ tr, selection: { from } }, dispatch) => {
    dispatch?.(tr.delete(from, from + length));
    return true;
  };

const type =
  (words: string): Command =>
  ({ tr, selection: { from } }, dispatch) => {
    dispatch?.(tr.insertText(words, from));
    return true;
  };

const intoHeading: Command = ({ tr, selection: { from } }, dispatch) => {
  if (heading === undefined) return false;
  dispatch?.(tr.setBlockType(from, from, heading, { level: 1 }));
  return true;
};

/** Takes 乙 out of the first line, and puts a line below it that has one too. */
const overLine: Command = ({ tr, schema }, dispatch) => {
  const { paragraph } = schema.nodes;
  if (paragraph === undefined) return false;
  dispatch?.(tr.delete(2, 3).insert(5, paragraph.create(null, schema.text("丑乙寅"))));
  return true;
};

const lines = ({ state: { doc } }: SharedEditor) =>
  Array.from({ length: doc.childCount }, (_, index) => doc.child(index).textContent);

interface Case {
  readonly name: string;
  readonly mine: readonly [place: number, command: Command];
  readonly theirs: readonly (readonly [place: number, command: Command])[];
  readonly undone: readonly string[];
  /** After doing it again. */
  readonly redone?: readonly string[];
}

const ENTER = [3, splitBlock] as const;
const JOIN = [7, joinBackward] as const;

const cases: readonly Case[] = [
  {
    name: "a parted line that a colleague joined again",
    mine: ENTER,
    theirs: [[5, joinBackward]],
    undone: ["甲乙丙丁", "后"],
  },
  {
    name: "joined lines that a colleague parted again",
    mine: JOIN,
    theirs: [[5, splitBlock]],
    undone: ["甲乙丙丁", "后"],
  },
  {
    name: "a parted line of whose second half a colleague took a word",
    mine: ENTER,
    theirs: [[6, remove(1)]],
    undone: ["甲乙丙", "后"],
    redone: ["甲乙", "丙", "后"],
  },
  {
    name: "a parted line whose second half a colleague took out whole",
    mine: ENTER,
    theirs: [[3, remove(4)]],
    undone: ["甲乙", "后"],
  },
  {
    name: "a parted line that a colleague joined and parted elsewhere",
    mine: ENTER,
    theirs: [
      [5, joinBackward],
      [2, splitBlock],
    ],
    undone: ["甲", "乙丙丁", "后"],
  },
  {
    name: "a heading whose words a colleague joined to the line before it",
    mine: [7, intoHeading],
    theirs: [[7, joinBackward]],
    undone: ["甲乙丙丁后"],
  },
  {
    name: "joined lines of which a colleague took a word",
    mine: JOIN,
    theirs: [[4, remove(1)]],
    undone: ["甲乙丙", "后"],
    redone: ["甲乙丙后"],
  },
  {
    name: "a word that only stands in the midst of what was written and a colleague took out",
    mine: [2, overLine],
    theirs: [[6, remove(3)]],
    undone: ["甲乙丙丁", "后"],
  },
  {
    name: "a parted line into which a colleague wrote",
    mine: ENTER,
    theirs: [[6, type("她写")]],
    undone: ["甲乙丙丁", "她写", "后"],
  },
];

describe("ED-94 undoing brings back no words that a colleague took along or out", () => {
  it.each(cases)("$name", ({ mine, theirs, undone, redone }) => {
    const { me, colleague, undoManager } = openPair();
    run(me, ...mine);
    for (const step of theirs) run(colleague, ...step);
    undoManager.undo();
    expect(lines(me)).toEqual(undone);
    expect(colleague.state.doc.toJSON()).toEqual(me.state.doc.toJSON());
    if (redone !== undefined) {
      undoManager.redo();
      expect(lines(me)).toEqual(redone);
      expect(colleague.state.doc.toJSON()).toEqual(me.state.doc.toJSON());
    }
  });
});
