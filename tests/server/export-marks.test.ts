/** Marks in a PDF's lines: each takes a place of the grid, and one behind a full line hangs in the margin, as in Word. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { POINTS_PER_MM } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { MOST_IN_A_PARAGRAPH } from "@/server/export/pdf/template/marks";
import { createTypesetting } from "../helpers/checked-exports";
import { paragraph, speech, text } from "../helpers/document-nodes";
import { goldenThreads } from "../helpers/golden-speech";
import { type PdfTextLine, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paper = paperPreset("gbt9704");
const LEFT = 28 * POINTS_PER_MM;
const RIGHT = (210 - 26) * POINTS_PER_MM;
const PLACE = 15.75;
/** Of the whole line. */
const PLACES = 28;

/** The lines of the first page; those of comments stand beside it. */
async function linesOf(
  blocks: readonly DocumentNode[],
  threads: readonly Thread[] = [],
): Promise<PdfTextLine[]> {
  const document = speech(...blocks);
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document, names: new Map(), threads },
    paper,
    numberingStyle: "nested",
    title: "讲话",
    madeAt: 0,
    watermark: null,
  });
  const { pages } = await readPdf(bytes);
  const lines: PdfTextLine[] = [];
  for (const line of pages[0]?.lines ?? []) {
    if (line.size !== 16 || line.x > RIGHT) continue;
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.y - line.y) > 1) lines.push(line);
    else lines[lines.length - 1] = { ...last, text: last.text + line.text, end: line.end };
  }
  return lines;
}

/** As Word breaks a paragraph in the grid: 26 places and then 28, and no line begins with a mark nor ends with an opening one. */
function brokenAsWordDoes(words: string): string[] {
  const lines: string[] = [];
  let from = 0;
  while (from < words.length) {
    let end = from + PLACES - (from === 0 ? 2 : 0);
    if (/[，。、：；！？]/.test(words[end] ?? "") && !/[”》），。]/.test(words[end + 1] ?? "")) end += 1;
    else
      while (/[”》），。、：；！？]/.test(words[end] ?? "") || /[“《（]/.test(words[end - 1] ?? "")) end -= 1;
    lines.push(words.slice(from, end));
    from = end;
  }
  return lines;
}

it("EX-30 nor does a line with marks hold more, but for one that hangs, and its right edge is the margin", async () => {
  const sentences = [
    "会前，我们请各单位的同志在大厅里的查阅机上，查一份自己单位十年前发过的文件。",
    "《档案法》：“国家鼓励”，（见《条例》）“单位”；会上说：“查得到！”文件《目录》（一份），请看。",
  ];
  for (const sentence of sentences)
    for (let shift = 0; shift < PLACES; shift += 1) {
      const words = `${"字".repeat(shift)}${sentence.repeat(6)}`;
      // In a line that is much stretched the reader takes the air behind a mark for a blank.
      const lines = (await linesOf([paragraph(text(words))])).map((line) => ({
        ...line,
        text: line.text.replaceAll(" ", ""),
      }));
      expect(lines.map(({ text }) => text)).toEqual(brokenAsWordDoes(words));
      for (const [index, { text, x, end }] of lines.slice(0, -1).entries()) {
        const places = PLACES - (index === 0 ? 2 : 0);
        const hung = text.length > places ? PLACE : 0;
        expect(end, text).toBeLessThan(RIGHT + hung + 1);
        expect(end, text).toBeGreaterThan(RIGHT + hung - 2);
        expect(Math.abs(x - (index === 0 ? LEFT + 2 * PLACE : LEFT)), text).toBeLessThan(1);
      }
    }
});

it("EX-30 the last mark of a paragraph, and one before a line break, begins no line either", async () => {
  const full = "字".repeat(PLACES - 2);
  const lines = await linesOf([
    paragraph(text(`${full}。`)),
    paragraph(text(`${full}，`), { type: "hardBreak" }, text("后")),
  ]);
  expect(lines.map(({ text }) => text)).toEqual([`${full}。`, `${full}，`, "后"]);
  for (const { end } of lines.slice(0, 2)) expect(end).toBeCloseTo(RIGHT + PLACE, -1);
});

it("EX-30 marks hang where the look changes beside them, and beside a comment's number", async () => {
  const [thread] = goldenThreads;
  if (thread === undefined) throw new Error("no thread");
  const comment = { type: "comment", attrs: { thread: thread.id } };
  const lead = "字".repeat(PLACES - 4);
  for (const mark of [{ type: "bold" }, comment]) {
    const words = paragraph(text(lead), text("加粗，", mark), text("后面的字"));
    const [first, second] = await linesOf([words], mark === comment ? [thread] : []);
    expect(first?.text.replaceAll(/\[\d+\]/g, "")).toBe(`${lead}加粗，`);
    expect(second?.text).toBe("后面的字");
    expect(second?.x).toBeCloseTo(LEFT, 0);
  }
});

it("EX-30 marks hang in a paragraph of 1,000, and in none of more", async () => {
  expect(MOST_IN_A_PARAGRAPH).toBe(1000);
  const mostIn = async (marks: number) => {
    // One stands behind the first line's 26 characters.
    const words = "字".repeat(6) + "一二三四五六，".repeat(marks);
    return Math.max(...(await linesOf([paragraph(text(words))])).map(({ end }) => end)) - RIGHT;
  };
  expect(await mostIn(MOST_IN_A_PARAGRAPH)).toBeGreaterThan(PLACE - 2);
  expect(await mostIn(MOST_IN_A_PARAGRAPH + 1)).toBeLessThan(1);
});
