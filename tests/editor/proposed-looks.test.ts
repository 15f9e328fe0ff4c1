// @vitest-environment happy-dom
/** Bold and the like where a look is proposed: what is shown is what is chosen, and choosing again takes it back. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { afterEach, describe, expect, it } from "vitest";
import { isLookShown } from "@/components/editor/input/toggled-looks";
import type { DocumentNode } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { openSuggesting } from "./suggesting-editor";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

const formatting = (on: boolean) => ({
  type: "formatting",
  attrs: { id: "c".repeat(20), person: OTHER, at: 1, mark: "bold", on },
});

/** 要抓落实, of which 抓落 carries these marks, selected with all around. */
function open(...marks: readonly Readonly<Record<string, unknown>>[]): Editor {
  const texts = ["要", "抓落", "实"].map((text, at) => ({
    type: "text",
    text,
    marks: at === 1 ? marks : [],
  }));
  const line: DocumentNode = { type: "paragraph", content: texts as DocumentNode[] };
  editor = openSuggesting([line]);
  editor.commands.setTextSelection({ from: 2, to: 4 });
  return editor;
}

const bold = ({ state }: Editor) => isLookShown(state, "bold");
function boldIn(doc: Node): string {
  let words = "";
  doc.descendants((node) => {
    if (node.marks.some(({ type }) => type.name === "bold")) words += node.text;
  });
  return words;
}

describe("a look that is chosen again", () => {
  it.each([
    ["plain", "抓落", []],
    ["bold", "", [{ type: "bold" }]],
  ] as const)("SU-35 on %s words takes back one's own proposal", (_, changed, marks) => {
    const page = open(...marks);
    const base = page.state.doc;
    const was = bold(page);
    expect(page.commands.toggleBold()).toBe(true);
    expect(bold(page)).toBe(!was);
    expect(listSuggestions(page.state.doc)).toHaveLength(1);
    expect(boldIn(acceptAll(page.state.doc))).toBe(changed);
    expect(page.commands.toggleBold()).toBe(true);
    expect(bold(page)).toBe(was);
    expect(listSuggestions(page.state.doc)).toEqual([]);
    expect(page.state.doc.eq(base)).toBe(true);
  });

  it("SU-35 leaves what a colleague proposes, and proposes the other", () => {
    const page = open(formatting(true));
    expect(bold(page)).toBe(true);
    page.commands.toggleBold();
    expect(listSuggestions(page.state.doc)).toHaveLength(2);
    expect([bold(page), boldIn(acceptAll(page.state.doc))]).toEqual([false, ""]);
    page.commands.toggleBold();
    expect(listSuggestions(page.state.doc).map(({ person }) => person)).toEqual([OTHER]);
    expect([bold(page), boldIn(acceptAll(page.state.doc))]).toEqual([true, "抓落"]);
    expect(boldIn(rejectAll(page.state.doc))).toBe("");
  });

  it("SU-35 of words that are partly proposed to have it makes all have it, then none", () => {
    const page = open();
    page.commands.toggleBold();
    page.commands.setTextSelection({ from: 1, to: 5 });
    expect(bold(page)).toBe(false);
    page.commands.toggleBold();
    expect([bold(page), boldIn(acceptAll(page.state.doc))]).toEqual([true, "要抓落实"]);
    page.commands.toggleBold();
    expect(listSuggestions(page.state.doc)).toEqual([]);
  });

  it("SU-35 at a caret is what is typed there", () => {
    const page = open();
    page.commands.toggleBold();
    page.commands.setTextSelection(3);
    expect(bold(page)).toBe(true);
    page.commands.toggleBold();
    expect(bold(page)).toBe(false);
    page.view.dispatch(page.state.tr.insertText("好"));
    expect(boldIn(acceptAll(page.state.doc))).toBe("抓落");
  });
});
