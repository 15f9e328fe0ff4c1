// @vitest-environment happy-dom
/** Parts that are moved from the outline in 修订: what went stays struck where it was. */
import type { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { dropPart, type Moved, movePart } from "@/components/editor/outline/outline-actions";
import { createOutlineStore } from "@/components/editor/outline/outline-store";
import type { DocumentNode } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { acceptAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { linesOf } from "./speech-state";
import { openSuggesting } from "./suggesting-editor";

let editor: Editor;
afterEach(() => editor.destroy());

const line = (type: string, words: string, attrs = {}): DocumentNode => ({
  type,
  attrs,
  content: [{ type: "text", text: words }],
});

const STRUCK = { removed: writeSlot({ id: "s".repeat(20), person: OTHER, at: 1 }) };

/** Headings 甲 to 丁 with a paragraph each, 甲 with two. */
function openParts() {
  const parts = [..."甲乙丙丁"].flatMap((word) => [
    line("heading", word, { level: 1 }),
    line("paragraph", `${word}文`),
    ...(word === "甲" ? [line("paragraph", "甲又文")] : []),
  ]);
  editor = openSuggesting(parts);
  return createOutlineStore(editor);
}

const headings = () =>
  linesOf(acceptAll(editor.state.doc))
    .filter((text) => text.startsWith("#"))
    .map((text) => text.slice(2))
    .join("");
const isStruck = (moved: Moved) => editor.state.doc.child(moved?.part.first ?? -1).attrs.removed != null;

it("ED-11 in 修订 the keys go on with the part that moved, not with what it passed", () => {
  const store = openParts();
  let key = "1:甲#0";
  const steps = ["乙甲丙丁", "乙丙甲丁", "乙丙丁甲", "乙丙甲丁", "乙甲丙丁", "甲乙丙丁"];
  for (const [index, order] of steps.entries()) {
    const moved = movePart(editor, store, key, index < 3 ? "down" : "up");
    expect(headings()).toBe(order);
    expect(moved).toMatchObject({ part: { text: "甲" }, place: order.indexOf("甲") + 1, siblings: 4 });
    expect(isStruck(moved)).toBe(false);
    key = moved?.part.key ?? "";
  }
});

it("ED-12 in 修订 a part that is dragged down is the one that is told of", () => {
  const store = openParts();
  const moved = dropPart(editor, store, { moved: "1:甲#0", onto: "1:丙#0", side: "after" });
  expect(moved).toMatchObject({ part: { text: "甲" }, place: 3, siblings: 4 });
  expect(isStruck(moved)).toBe(false);
  expect(headings()).toBe("乙丙甲丁");
});

describe("beside a part that a colleague proposes to take out, directly", () => {
  function openBeside(...parts: readonly DocumentNode[]) {
    editor = openSuggesting(parts, { isOn: false });
    return createOutlineStore(editor);
  }
  const heading = (words: string, level = 1, attrs = {}) => line("heading", words, { level, ...attrs });
  const parts = () => [heading("甲"), heading("乙", 1, STRUCK), heading("丙"), heading("丁")];

  it("ED-11 the keys tell of that part where it stands among what stays", () => {
    const store = openBeside(...parts());
    expect(movePart(editor, store, "1:乙#0", "down")).toMatchObject({
      part: { text: "乙", isStruck: true },
      place: 3,
      siblings: 4,
    });
    expect(linesOf(editor.state.doc).join("")).toBe("# 甲# 丙# 乙# 丁");
  });

  it("ED-12 so does dragging it", () => {
    const store = openBeside(...parts());
    const moved = dropPart(editor, store, { moved: "1:乙#0", onto: "1:丁#0", side: "after" });
    expect(moved).toMatchObject({ part: { text: "乙" }, place: 4, siblings: 4 });
  });

  it("ED-11 a part that comes behind it belongs to the part before, and is told so", () => {
    const store = openBeside(
      heading("丙"),
      heading("丙一", 2),
      heading("甲", 1, STRUCK),
      heading("乙"),
      heading("乙一", 2),
    );
    expect(movePart(editor, store, "2:乙一#0", "up")).toMatchObject({
      part: { text: "乙一" },
      place: 2,
      siblings: 2,
    });
    expect(linesOf(acceptAll(editor.state.doc)).join("")).toBe("# 丙## 丙一## 乙一# 乙");
  });
});
