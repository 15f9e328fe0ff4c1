// @vitest-environment happy-dom
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { getMatchHighlights, search } from "prosemirror-search";
import { describe, expect, it } from "vitest";
import { replaceEveryMatch, replaceMatch, setFindQuery } from "@/components/editor/find/find";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { linesOf, speech, stateOf } from "./speech-state";
import { openSuggesting } from "./suggesting-editor";

const editorWith = (...lines: readonly string[]) =>
  editorOn(speech(...lines.map((line) => ["p", line] as const)));

/** As much of an editor as finding asks for. */
function editorOn(doc: Node) {
  const view = {
    state: stateOf(doc, search()),
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
  const query = { search: "12", replace: "$1Ａ", caseSensitive: false };
  expect(replaceEveryMatch(editor, query, false)).toBe(2);
  expect(linesOf(editor.state.doc)).toEqual(["$1Ａ个和$1Ａ个"]);
});

it("ED-31 what was asked for is replaced, and what is sought by now is sought on", () => {
  const editor = editorWith("加强推动，加强推动");
  const asked = { search: "加强", replace: "加快", caseSensitive: false };
  setFindQuery(editor, { ...asked, search: "推动" });
  expect(replaceEveryMatch(editor, asked, false)).toBe(2);
  expect(linesOf(editor.state.doc)).toEqual(["加快推动，加快推动"]);
  expect(getMatchHighlights(editor.state).find()).toHaveLength(2);
});

describe("cues for reading aloud among the words", () => {
  const removed = writeSlot({ id: "s".repeat(20), person: "p".repeat(20), at: 1 });
  /** ／ is a pause, ‖ a long one that is proposed to go, ↵ a line break. */
  const LEAVES: Readonly<Record<string, DocumentNode>> = {
    "／": { type: "cue", attrs: { kind: "pause" } },
    "‖": { type: "cue", attrs: { kind: "long-pause", removed } },
    "↵": { type: "hardBreak" },
  };
  const line = (text: string): DocumentNode => ({
    type: "paragraph",
    content: text
      .split(/([／‖↵])/)
      .flatMap((part) => (part === "" ? [] : [LEAVES[part] ?? { type: "text", text: part }])),
  });
  const reads = (doc: Node) =>
    doc.children.map((block) =>
      block.textBetween(0, block.content.size, "", ({ type, attrs }) =>
        type.name === "hardBreak" ? "↵" : attrs.removed == null ? "／" : "‖",
      ),
    );
  const withLines = (...lines: readonly string[]) =>
    editorOn(documentSchema().nodeFromJSON({ type: "doc", content: lines.map(line) }));

  it("ED-30 words are found with them among, not with a line break, and no cue alone is a match", () => {
    const editor = withLines("省委／省／‖政府，省委↵省政府", "Ｇ／DP和／省委省政府／");
    expect(found(editor, "省委省政府")).toEqual(["省委省政府", "省委省政府"]);
    expect(found(editor, "委省")).toEqual(["委省", "委省"]);
    expect(found(editor, "gdp")).toEqual(["ＧDP"]);
    expect(found(editor, "和省")).toEqual(["和省"]);
  });

  it("ED-31 they stay, behind the words that come in place of those; where none come they go with those", () => {
    const [one, every, none] = [0, 1, 2].map(() => withLines("在省委／省‖政府的／领导下", "省委省政府"));
    if (!one || !every || !none) throw new Error("three were asked for");
    setFindQuery(one, { search: "省委省政府", replace: "$省里", caseSensitive: false });
    replaceMatch(one);
    replaceMatch(one);
    expect(reads(one.state.doc)).toEqual(["在$省里／‖的／领导下", "省委省政府"]);
    expect(one.state.doc.textBetween(one.state.selection.from, one.state.selection.to)).toBe("省委省政府");
    const query = { search: "省委省政府", replace: "省里", caseSensitive: false };
    expect(replaceEveryMatch(every, query, false)).toBe(2);
    expect(reads(every.state.doc)).toEqual(["在省里／‖的／领导下", "省里"]);
    expect(replaceEveryMatch(none, { ...query, replace: "" }, false)).toBe(2);
    expect(reads(none.state.doc)).toEqual(["在的／领导下", ""]);
  });

  it("ED-33 in 修订 they stay too, and each place is one suggestion", () => {
    const editor = openSuggesting([line("在省委／省政府的领导下，省委省政府"), line("尾")]);
    const before = editor.state.doc;
    const query = { search: "省委省政府", replace: "省里", caseSensitive: false };
    expect(replaceEveryMatch(editor, query, true)).toBe(2);
    const now = documentSchema().nodeFromJSON(editor.state.doc.toJSON());
    expect(listSuggestions(now)).toHaveLength(2);
    expect(reads(acceptAll(now))).toEqual(["在省里／的领导下，省里", "尾"]);
    expect(reads(rejectAll(now))).toEqual(reads(before));
    // What is struck isn't found again.
    expect(replaceEveryMatch(editor, query, true)).toBe(0);
    editor.destroy();
  });
});
