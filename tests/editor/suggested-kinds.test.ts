// @vitest-environment happy-dom
/** Kinds of lines in 修订, chosen and typed, as they are proposed. */
import type { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { blockKindAt, headingAt, setBlockKind, toggleRunIn } from "@/components/editor/blocks/block-kind";
import type { DocumentNode } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { AUTHOR, OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { press } from "./page-editor";
import { linesOf } from "./speech-state";
import { openSuggesting, typeText } from "./suggesting-editor";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

function line(
  words: string,
  attrs: Readonly<Record<string, unknown>> = {},
  type = "paragraph",
): DocumentNode {
  return { type, attrs, ...(words === "" ? {} : { content: [{ type: "text", text: words }] }) };
}

/** With the caret behind these words. */
function open(lines: readonly DocumentNode[], words = ""): Editor {
  editor = openSuggesting(lines);
  const { doc } = editor.state;
  editor.commands.setTextSelection(words === "" ? 1 : placeOf(doc, words) + words.length);
  return editor;
}

const accepted = ({ state }: Editor) => linesOf(acceptAll(state.doc));
const rejected = ({ state }: Editor) => linesOf(rejectAll(state.doc));
const runsIn = ({ state }: Editor) => acceptAll(state.doc).children.map(({ attrs }) => attrs.runIn === true);

describe("a line behind a proposed break", () => {
  function parted(lines: readonly DocumentNode[] = [line("前半后半")]): Editor {
    const page = open(lines, "前半");
    press(page, "Enter");
    return page;
  }

  it("SU-36 becomes what is chosen for it, and the line before stays", () => {
    const page = parted();
    expect(setBlockKind(page, "heading2")).toBe(true);
    expect(blockKindAt(page.state)).toBe("heading2");
    expect(accepted(page)).toEqual(["前半", "## 后半"]);
    expect(rejected(page)).toEqual(["前半后半"]);
    expect(setBlockKind(page, "paragraph")).toBe(true);
    expect(accepted(page)).toEqual(["前半", "后半"]);
    expect(listSuggestions(page.state.doc)).toHaveLength(1);
    // The line before it is chosen for by itself.
    page.commands.setTextSelection(2);
    setBlockKind(page, "heading1");
    expect([blockKindAt(page.state), ...accepted(page)]).toEqual(["heading1", "# 前半", "后半"]);
  });

  it("SU-36 in an own new paragraph, and in a colleague's", () => {
    const own = open([line("首段")], "首段");
    press(own, "Enter");
    typeText(own, "前半后半");
    own.commands.setTextSelection(placeOf(own.state.doc, "后半"));
    press(own, "Enter");
    expect(setBlockKind(own, "heading2")).toBe(true);
    expect(accepted(own)).toEqual(["首段", "前半", "## 后半"]);
    own.destroy();

    const of = { id: "c".repeat(20), person: OTHER, at: 1 };
    const mark = { type: "insertion", attrs: { ...of, begins: "paragraph" } };
    const texts = [
      { type: "text", text: "前半" },
      { type: "text", text: "\u2029", marks: [mark] },
      { type: "text", text: "后半" },
    ];
    const page = open([{ type: "paragraph", content: texts as DocumentNode[] }], "后半");
    expect(setBlockKind(page, "heading2")).toBe(true);
    expect(accepted(page)).toEqual(["前半", "## 后半"]);
    expect(rejected(page)).toEqual(["前半后半"]);
    expect(
      listSuggestions(page.state.doc)
        .map(({ person }) => person)
        .sort(),
    ).toEqual([AUTHOR, OTHER]);
  });

  it("SU-36 lines selected across it become it together", () => {
    const page = parted([line("前半后半"), line("下段")]);
    page.commands.setTextSelection({
      from: placeOf(page.state.doc, "后"),
      to: placeOf(page.state.doc, "段"),
    });
    setBlockKind(page, "heading3");
    expect(accepted(page)).toEqual(["前半", "### 后半", "### 下段"]);
  });

  it("SU-36 SU-04 several become it together, and no word between them goes and comes again", () => {
    const page = open([line("前中后")], "前");
    press(page, "Enter");
    page.commands.setTextSelection(placeOf(page.state.doc, "后"));
    press(page, "Enter");
    page.commands.selectAll();
    setBlockKind(page, "heading3");
    expect(accepted(page)).toEqual(["### 前", "### 中", "### 后"]);
    expect(rejected(page)).toEqual(["前中后"]);
    expect(page.state.doc.textContent).toBe("前\u2029中\u2029后");
  });

  it("SU-37 SU-04 it becomes a run-in heading, and no word of it goes and comes again", () => {
    const page = open([line("抓落实求实效", { level: 2 }, "heading")], "抓落实");
    press(page, "Enter");
    page.commands.setTextSelection(placeOf(page.state.doc, "求实效") + 3);
    typeText(page, "。2");
    expect(page.state.doc.textContent).toBe("抓落实\u2029求实效。2");
    expect(rejected(page)).toEqual(["## 抓落实求实效"]);
  });

  it.each([
    ["一、", "# 后半"],
    ["## ", "## 后半"],
  ])("SU-36 %s typed at its start makes a heading of it", (typed, heading) => {
    const page = parted();
    typeText(page, typed);
    expect(accepted(page)).toEqual(["前半", heading]);
    expect(rejected(page)).toEqual(["前半后半"]);
    expect(press(page, "Backspace")).toBe(true);
    expect(accepted(page)).toEqual(["前半", typed === "## " ? "后半" : `${typed}后半`]);
  });

  it("SU-36 letters stored with a break's mark begin no line, and stay", () => {
    const mark = {
      type: "insertion",
      attrs: { id: "c".repeat(20), person: OTHER, at: 1, begins: "paragraph" },
    };
    const texts = [
      { type: "text", text: "前半" },
      { type: "text", text: "\u2029甲\u2029", marks: [mark] },
      { type: "text", text: "后半" },
    ];
    const stored: DocumentNode = { type: "paragraph", content: texts };
    const behind = open([stored], "甲");
    typeText(behind, "一、");
    expect(accepted(behind)).toEqual(["前半", "甲一、", "后半"]);
    behind.destroy();
    const before = open([stored], "\u2029");
    typeText(before, "一、");
    expect(accepted(before)).toEqual(["前半", "# 甲", "后半"]);
    expect(rejected(before)).toEqual(["前半后半"]);
  });

  it("SU-36 of numbers that only count every letter stays", () => {
    const page = parted([line("前半产业")]);
    typeText(page, "一、二、三");
    expect(accepted(page)).toEqual(["前半", "一、二、三产业"]);
  });
});

describe("a line that is proposed to become a heading", () => {
  it("SU-37 keeps every letter of numbers that only count, and is a paragraph again", () => {
    const page = open([line("")]);
    typeText(page, "一、二、三产业协调发展");
    expect(accepted(page)).toEqual(["一、二、三产业协调发展"]);
    expect(page.state.doc.firstChild?.attrs.retyped).toBeNull();
  });

  it("SU-37 becomes a run-in heading by going on after its first sentence, and 接排 again takes that back", () => {
    const page = open([line("")]);
    typeText(page, "（一）抓落实。要打基础");
    expect(accepted(page)).toEqual(["## 抓落实。要打基础"]);
    expect(headingAt(page.state)).toEqual({ level: 2, runIn: true });
    expect(runsIn(page)).toEqual([true]);
    toggleRunIn(page);
    expect([headingAt(page.state)?.runIn, ...runsIn(page)]).toEqual([false, false]);
  });

  it("SU-37 接排 chosen twice leaves nothing proposed", () => {
    const page = open([line("抓落实。要打基础", { level: 2, runIn: false }, "heading")]);
    for (const runIn of [true, false]) {
      toggleRunIn(page);
      expect([headingAt(page.state)?.runIn, ...runsIn(page)]).toEqual([runIn, runIn]);
    }
    expect(listSuggestions(page.state.doc)).toEqual([]);
  });

  it("SU-37 is parted in its body as a run-in heading is", () => {
    const words = "抓落实。要打基础。要强弱项。";
    const proposed = (person: string) => writeSlot({ id: "r".repeat(20), person, at: 1 }, "heading:2:run-in");
    const heading = (retyped: string) => line(words, { level: 2, runIn: false, retyped }, "heading");
    const body = open([heading(proposed(OTHER))], "要打基础。");
    press(body, "Enter");
    expect([accepted(body), runsIn(body)]).toEqual([
      ["## 抓落实。要打基础。", "要强弱项。"],
      [true, false],
    ]);
    body.destroy();
    const lead = open([heading(proposed(AUTHOR))], "抓落实。");
    press(lead, "Enter");
    expect([accepted(lead), runsIn(lead)]).toEqual([
      ["## 抓落实。", "要打基础。要强弱项。"],
      [false, false],
    ]);
  });
});
