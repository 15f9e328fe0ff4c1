// @vitest-environment happy-dom
/** What is proposed for the items of a list that somebody indents, outdents or takes out of it. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { afterEach, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { openSuggesting } from "./suggesting-editor";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

const STRUCK = { removed: writeSlot({ id: "struck".padEnd(20, "s"), person: OTHER, at: 1 }) };

type Attrs = Readonly<Record<string, unknown>>;
const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const item = (words: string, attrs: Attrs = {}, ...inside: readonly DocumentNode[]): DocumentNode => ({
  type: "listItem",
  attrs,
  content: [paragraph(words), ...inside],
});
const list = (...items: readonly DocumentNode[]): DocumentNode => ({ type: "bulletList", content: items });

/** A page with these blocks and the caret in the line with the words; a colleague's proposals are in them. */
function openAt(words: string, isOn: boolean, ...content: readonly DocumentNode[]): Editor {
  editor = openSuggesting([...content, paragraph("后")], { isOn });
  editor.commands.setTextSelection(placeOf(editor.state.doc, words));
  return editor;
}

function wordsIn(doc: Node): string[] {
  const words: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock && node.content.size > 0) words.push(node.textContent);
  });
  return words;
}

describe.each([
  ["directly", false],
  ["in 修订", true],
])("an item of several lines that a colleague proposes to take out, %s", (_, isOn) => {
  const takenOut: readonly (readonly [string, (page: Editor) => boolean])[] = [
    ["the toolbar", (page) => page.commands.toggleBulletList()],
    ["Shift and Tab", (page) => page.commands.liftListItem("listItem")],
  ];
  const insides = [
    ["another paragraph", paragraph("甲")],
    ["a list in it", list(item("甲"), item("乙"))],
  ] as const;

  for (const [by, takeOut] of takenOut) {
    it.each(insides)(`SU-160 stays so whole, with %s, as ${by} takes it out of the list`, (_name, inside) => {
      const page = openAt("二", isOn, list(item("一"), item("二", STRUCK, inside), item("三")));
      const base = rejectAll(page.state.doc);
      const words = wordsIn(base);
      expect(takeOut(page)).toBe(true);
      const { doc } = page.state;
      expect(wordsIn(acceptAll(doc))).toEqual(["一", "三", "后"]);
      if (isOn) expect(rejectAll(doc).eq(base)).toBe(true);
      else expect(wordsIn(rejectAll(doc))).toEqual(words);
    });
  }

  it("SU-160 stays so whole as the kind of a struck list changes", () => {
    const page = openAt("一", isOn, { ...list(item("一"), item("二")), attrs: STRUCK });
    expect(page.commands.toggleOrderedList()).toBe(true);
    expect(wordsIn(acceptAll(page.state.doc))).toEqual(["后"]);
    expect(wordsIn(rejectAll(page.state.doc))).toEqual(["一", "二", "后"]);
  });
});

describe.each([
  ["directly", false],
  ["in 修订", true],
])("beside an item that a colleague proposes to take out, %s", (_, isOn) => {
  it.each([
    ["the item", list(item("一", STRUCK), item("二"))],
    ["the list in it", list(item("一", {}, { ...list(item("甲")), attrs: STRUCK }), item("二"))],
  ])("SU-160 Tab puts nothing into %s that would go with it", (_name, content) => {
    const page = openAt("二", isOn, content);
    const before = page.state.doc;
    expect(page.can().sinkListItem("listItem")).toBe(false);
    expect(page.commands.sinkListItem("listItem")).toBe(false);
    expect(page.state.doc.eq(before)).toBe(true);
  });

  it("SU-160 a struck item goes into one that stays, and stays struck", () => {
    const page = openAt("二", isOn, list(item("一"), item("二", STRUCK)));
    const base = rejectAll(page.state.doc);
    expect(page.commands.sinkListItem("listItem")).toBe(true);
    expect(wordsIn(acceptAll(page.state.doc))).toEqual(["一", "后"]);
    if (isOn) expect(rejectAll(page.state.doc).eq(base)).toBe(true);
  });

  it("SU-160 Shift and Tab let the items behind go into it without going with it", () => {
    const inner = list(item("甲", STRUCK), item("乙"), item("丙"));
    const page = openAt("甲", isOn, list(item("一", {}, inner)));
    const base = rejectAll(page.state.doc);
    expect(page.commands.liftListItem("listItem")).toBe(true);
    const { doc } = page.state;
    expect(wordsIn(acceptAll(doc))).toEqual(["一", "乙", "丙", "后"]);
    if (isOn) expect(rejectAll(doc).eq(base)).toBe(true);
    else expect(wordsIn(rejectAll(doc))).toEqual(["一", "甲", "乙", "丙", "后"]);
  });

  it("SU-160 a line that comes to a struck list doesn't go with it", () => {
    const page = openAt("二", isOn, { ...list(item("一")), attrs: STRUCK }, paragraph("二"));
    const base = rejectAll(page.state.doc);
    expect(page.commands.toggleBulletList()).toBe(true);
    const { doc } = page.state;
    expect(wordsIn(acceptAll(doc))).toEqual(["二", "后"]);
    if (isOn) expect(rejectAll(doc).eq(base)).toBe(true);
    else expect(wordsIn(rejectAll(doc))).toEqual(["一", "二", "后"]);
  });
});
