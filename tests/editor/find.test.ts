import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { getMatchHighlights, search } from "prosemirror-search";
import { expect, it } from "vitest";
import { replaceEveryMatch, setFindQuery } from "@/components/editor/find/find";
import { linesOf, speech, stateOf } from "./speech-state";

/** As much of an editor as finding asks for. */
function editorWith(...lines: readonly string[]) {
  const view = {
    state: stateOf(speech(...lines.map((line) => ["p", line] as const)), search()),
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr);
    },
    dom: { querySelector: () => null },
  };
  const editor = {
    view,
    get state(): EditorState {
      return view.state;
    },
  };
  return editor as unknown as Editor;
}

function found(editor: Editor, words: string, caseSensitive = false): string[] {
  setFindQuery(editor, { search: words, replace: "", caseSensitive });
  return getMatchHighlights(editor.state)
    .find()
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => editor.state.doc.textBetween(from, to));
}

it("ED-30 letters and digits are found in either width, at their exact places", () => {
  const editor = editorWith("𠮷林GDP、ＧＤＰ和ｇdp", "第１２条，第12条");
  expect(found(editor, "GDP")).toEqual(["GDP", "ＧＤＰ", "ｇdp"]);
  expect(found(editor, "ｇｄｐ")).toEqual(["GDP", "ＧＤＰ", "ｇdp"]);
  expect(found(editor, "GDP", true)).toEqual(["GDP", "ＧＤＰ"]);
  expect(found(editor, "第12条")).toEqual(["第１２条", "第12条"]);
});

it("ED-30 what is looked for is taken as it stands, whatever it means in a regular expression", () => {
  const editor = editorWith("a.b*(c)[1]{2}^$|\\/+?-", "axb", "𠮷1𠮷2");
  for (const words of ["a.b*(c)[1]{2}^$|\\/+?-", "a.b", "?-"]) expect(found(editor, words)).toEqual([words]);
  expect(found(editor, "𠮷")).toEqual(["𠮷", "𠮷"]);
  expect(found(editor, "𠮷2")).toEqual(["𠮷2"]);
  expect(found(editor, "1𠮷")).toEqual(["1𠮷"]);
});

it("ED-31 what is found in the other width is replaced by what was typed", () => {
  const editor = editorWith("１２个和12个");
  setFindQuery(editor, { search: "12", replace: "$1Ａ", caseSensitive: false });
  expect(replaceEveryMatch(editor, false)).toBe(2);
  expect(linesOf(editor.state.doc)).toEqual(["$1Ａ个和$1Ａ个"]);
});
