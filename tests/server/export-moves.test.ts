/** What moved, in a .docx: Word's own moves, in a comparison and among suggestions. */

import { Fragment } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import type { Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { markedDocument } from "@/core/compare/marked-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { type Slot, writeSlot } from "@/core/document/suggestion";
import { INSERTION } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { movesIn } from "@/server/export/moves-in";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, DocxReader } from "../helpers/docx-reader";

const PART = "word/document.xml";
const CHANGE = { id: newId(), person: newId(), at: Date.UTC(2026, 10, 26) };

const line = (text: string, type = "paragraph", attrs = {}): DocumentNode => ({
  type,
  attrs,
  content: [{ type: "text", text }],
});
const heading = (text: string) => line(text, "heading", { level: 1 });
const speech = (...content: DocumentNode[]): DocumentNode =>
  canonicalDocument(documentSchema().nodeFromJSON({ type: "doc", content }).toJSON());

const SITUATION = [heading("形势"), line("今年的形势总体平稳，问题也不少。")];
const TASKS = [heading("任务"), line("下一步要把四项工作抓紧抓实抓到位。"), line("第一项工作是除险加固。")];
const DEMANDS = [heading("要求"), line("各级要把责任扛在肩上，一级抓一级。")];
const THANKS = ["回去以后要抓紧传达。", "有什么难处及时说。", "谢谢大家，祝大家工作顺利、身体健康。"].map(
  (text) => line(text),
);
const table: DocumentNode = {
  type: "table",
  content: [{ type: "tableRow", content: [{ type: "tableCell", content: [line("项目与进度")] }] }],
};

function written(document: DocumentNode): Uint8Array {
  return writeDocx({
    document,
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "花脸稿",
    names: new Map([[CHANGE.person, "王建国"]]),
    threads: [],
    madeAt: CHANGE.at,
    watermark: null,
    words: { deletedComment: "" },
  });
}

const compared = (before: DocumentNode, after: DocumentNode) =>
  written(markedDocument(before, compareDocuments(before, after), CHANGE));

const texts = (file: DocxReader, name: string) =>
  file.all(PART, name).flatMap(({ textContent }) => textContent || []);

const textOf = (document: DocumentNode): string => {
  const node = documentSchema().nodeFromJSON(document);
  return node.textBetween(0, node.content.size, "/");
};

/** Numbers of headings are those of what accepting makes. */
const withoutNumbers = (lines: readonly string[]) => lines.map((text) => text.replace(/^.、/, ""));

/** Name, author and paragraphs' words of each range. */
function ranges(file: DocxReader, side: "From" | "To") {
  const body = file.all(PART, "body")[0];
  const marks = [...(body?.childNodes ?? [])].filter(
    ({ nodeName }) => nodeName === `w:move${side}RangeStart`,
  );
  return marks.map((start) => {
    const words: string[] = [];
    let node = start.nextSibling;
    while (node !== null && node.nodeName !== `w:move${side}RangeEnd`) {
      words.push(node.textContent ?? "");
      node = node.nextSibling;
    }
    expect(attribute((node ?? undefined) as Element | undefined, "id"), "the number of its end").toBe(
      attribute(start as Element, "id"),
    );
    return {
      name: attribute(start as Element, "name"),
      author: attribute(start as Element, "author"),
      words,
    };
  });
}

describe("what moved, as .docx", () => {
  it("EX-88 it is moved whatever the ids of the other changes are", () => {
    const before = speech(...SITUATION, ...TASKS, ...DEMANDS);
    const after = speech(...SITUATION, ...DEMANDS, ...TASKS, ...THANKS);
    for (const last of "0123456789abcdefghijkmnpqrstuvwxyz") {
      const change = { ...CHANGE, id: `${CHANGE.id.slice(0, -1)}${last}` };
      const marked = markedDocument(before, compareDocuments(before, after), change);
      expect(movesIn(documentSchema().nodeFromJSON(marked)), `an id that ends in ${last}`).toHaveLength(1);
    }
  });

  it("EX-88 a part that moved is moved in Word, in a range for each of its places", async (context) => {
    const before = speech(...SITUATION, ...TASKS, ...DEMANDS);
    const after = speech(...SITUATION, ...DEMANDS, ...TASKS);
    const bytes = compared(before, after);
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const [from, to] = [ranges(file, "From"), ranges(file, "To")];
    expect(from).toEqual([
      { name: "move1", author: "王建国", words: ["三、要求", "各级要把责任扛在肩上，一级抓一级。"] },
    ]);
    expect(to).toEqual([
      { name: "move1", author: "王建国", words: ["二、要求", "各级要把责任扛在肩上，一级抓一级。"] },
    ]);
    expect(file.all(PART, "delText")).toEqual([]);
    expect(texts(file, "del").concat(texts(file, "ins"))).toEqual([]);
    expect(file.lines("accept")).toEqual(new DocxReader(written(after)).lines("accept"));
    expect(withoutNumbers(file.lines("reject"))).toEqual(
      withoutNumbers(new DocxReader(written(before)).lines("accept")),
    );
  });

  it("EX-88 what was edited in it besides is inserted and deleted within the words that moved", async (context) => {
    const [first, second, third] = TASKS;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no tasks");
    const edited = line("下一步要把五项工作抓紧抓实抓到位。");
    const before = speech(...SITUATION, first, second, third, ...DEMANDS, ...THANKS);
    const after = speech(...SITUATION, ...DEMANDS, ...THANKS, first, edited, third);
    const bytes = compared(before, after);
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const [from, to] = [ranges(file, "From"), ranges(file, "To")];
    expect(from.map(({ words }) => withoutNumbers(words))).toEqual([
      ["任务", "下一步要把四项工作抓紧抓实抓到位。", "第一项工作是除险加固。"],
    ]);
    expect(to.map(({ words }) => withoutNumbers(words))).toEqual([
      ["任务", "下一步要把四项五项工作抓紧抓实抓到位。", "第一项工作是除险加固。"],
    ]);
    expect(texts(file, "delText")).toEqual(["四项"]);
    expect(file.all(PART, "del").map(({ parentNode }) => parentNode?.nodeName)).toContain("w:moveTo");
    expect(texts(file, "ins")).toEqual(["五项"]);
    expect(file.lines("accept")).toEqual(new DocxReader(written(after)).lines("accept"));
    expect(withoutNumbers(file.lines("reject"))).toEqual(
      withoutNumbers(new DocxReader(written(before)).lines("accept")),
    );
    const back = documentSchema().nodeFromJSON(readDocx(bytes).document);
    expect(
      [acceptAll(back), rejectAll(back)].map((doc) => doc.textBetween(0, doc.content.size, "/")),
    ).toEqual([after, before].map((doc) => textOf(doc)));
  });

  it("EX-88 a part that moved and was replaced in its shape is taken away and put in", () => {
    const list = (start: number): DocumentNode => ({
      type: "orderedList",
      attrs: { start },
      content: THANKS.map((item) => ({ type: "listItem", content: [item] })),
    });
    const before = speech(...SITUATION, list(1), ...TASKS, ...DEMANDS);
    const after = speech(...SITUATION, ...TASKS, ...DEMANDS, list(3));
    const file = new DocxReader(compared(before, after));
    expect(ranges(file, "From")).toEqual([]);
    expect(texts(file, "delText").join("")).toContain("回去以后要抓紧传达。");
    expect(file.lines("accept")).toEqual(new DocxReader(written(after)).lines("accept"));
  });

  it("EX-88 of a suggestion that changes words elsewhere too, nothing is moved", async (context) => {
    const slotted = (slot: Slot) => ({ ...line("完"), attrs: { [slot]: writeSlot(CHANGE) } });
    const added = { type: INSERTION, attrs: { ...CHANGE, begins: null } };
    const words = { type: "text", text: "，各部门配合", marks: [added] };
    const [first, ...rest] = DEMANDS;
    if (first === undefined) throw new Error("no demands");
    const both = documentSchema().nodeFromJSON({
      type: "doc",
      content: [
        slotted("removed"),
        { ...first, content: [...(first.content ?? []), words] },
        ...rest,
        slotted("inserted"),
      ],
    });
    const bytes = written(both.toJSON());
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    expect(ranges(file, "From")).toEqual([]);
    expect([texts(file, "moveFrom"), texts(file, "moveTo")]).toEqual([[], []]);
    expect(texts(file, "ins").join("")).toContain("，各部门配合");
    expect(file.lines("accept")).toEqual(new DocxReader(written(acceptAll(both).toJSON())).lines("accept"));
  });

  it("EX-88 a table can't be moved in Word: it is taken away and put in", async (context) => {
    const before = speech(...SITUATION, table, ...TASKS, ...DEMANDS);
    const after = speech(...SITUATION, ...TASKS, ...DEMANDS, table);
    const bytes = compared(before, after);
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    expect(ranges(file, "From")).toEqual([]);
    expect(texts(file, "del").join("")).toContain("项目与进度");
    expect(file.lines("accept")).toEqual(new DocxReader(written(after)).lines("accept"));
  });

  it("EX-88 a part that somebody proposes to move, out and in again: one suggestion in both places", () => {
    const doc = documentSchema().nodeFromJSON(speech(...SITUATION, ...TASKS, ...DEMANDS));
    const [parts, moved] = [doc.children.slice(0, SITUATION.length), doc.children.slice(SITUATION.length)];
    const demands = moved.splice(TASKS.length);
    // Blocks that a move leaves alone are the same objects after it.
    const after = doc.copy(Fragment.fromArray([...parts, ...demands, ...moved]));
    const { tr } = EditorState.create({ doc });
    trackChange(tr, { after, author: CHANGE, caret: 1, forward: false });
    const bytes = written(tr.doc.toJSON());
    const file = new DocxReader(bytes);
    expect(ranges(file, "From")).toHaveLength(1);
    expect(ranges(file, "To")).toHaveLength(1);
    const back = documentSchema().nodeFromJSON(readDocx(bytes).document);
    const ids = [...JSON.stringify(back).matchAll(/"(?:inserted|removed)":"([a-z0-9]+)\./g)].map(
      ([, id]) => id,
    );
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(1);
    expect([acceptAll(back), rejectAll(back)].map(String)).toEqual(
      [acceptAll(tr.doc), rejectAll(tr.doc)].map(String),
    );
  });
});
