// @vitest-environment happy-dom
/** The body of a run-in heading in which a proposed break stands already. */
import type { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import { insertTable } from "@/components/editor/blocks/table";
import type { DocumentNode } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { press } from "./page-editor";
import { linesOf } from "./speech-state";
import { openSuggesting } from "./suggesting-editor";

const WORDS = "抓落实。要打基础。要强弱项。要补短板。";
const runIn = (attrs = {}): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, runIn: true, ...attrs },
  content: [{ type: "text", text: WORDS }],
});

function caretBehind(page: Editor, words: string): void {
  page.commands.setTextSelection(placeOf(page.state.doc, words) + words.length);
}

/** With a break behind 要打基础。 proposed, and the caret behind these words. */
function parted(heading: DocumentNode, place: string): Editor {
  const page = openSuggesting([heading]);
  caretBehind(page, "要打基础。");
  press(page, "Enter");
  caretBehind(page, place);
  return page;
}

const accepted = ({ state }: Editor) => linesOf(acceptAll(state.doc));
const FIRST = "## 抓落实。要打基础。";

it.each([
  ["at once", "\u2029", [FIRST, "", "要强弱项。要补短板。"]],
  ["before the break", "要打基础。", [FIRST, "", "要强弱项。要补短板。"]],
  ["behind the next sentence", "要强弱项。", [FIRST, "要强弱项。", "要补短板。"]],
])("ED-150 SU-37 Enter %s begins another paragraph", (_where, place, lines) => {
  const retyped = writeSlot({ id: "r".repeat(20), person: OTHER, at: 1 }, "heading:2:run-in");
  for (const heading of [runIn(), runIn({ runIn: false, retyped })]) {
    const page = parted(heading, place);
    press(page, "Enter");
    expect(accepted(page)).toEqual(lines);
    const { children } = acceptAll(page.state.doc);
    expect(children.map(({ attrs }) => attrs.runIn === true)).toEqual([true, false, false]);
    expect(linesOf(rejectAll(page.state.doc))).toEqual([`## ${WORDS}`]);
    page.destroy();
  }
});

it("ED-150 SU-37 so does the rest behind a table that comes in there", () => {
  const page = parted(runIn(), "要强");
  insertTable(page);
  expect(accepted(page)).toEqual([FIRST, "要强", "", "弱项。要补短板。"]);
  page.destroy();
});
