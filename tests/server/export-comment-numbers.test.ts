/** Where the numbers of comments stand in the text of a PDF. */
import { afterAll, expect, it } from "vitest";
import type { ThreadId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import { createTypesetting } from "@/server/export/typesetting";
import { goldenThreads } from "../helpers/golden-speech";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

it("EX-34 a comment's number stays on the line of the words that it is about", async () => {
  const paper = paperPreset("gbt9704");
  const [first] = goldenThreads;
  if (first === undefined) throw new Error("no thread");
  const threads = Array.from({ length: 30 }, (_, index) => ({
    ...first,
    id: `place${index + 10}`.padEnd(20, "0") as ThreadId,
  }));
  // Words end at each place of a line once.
  const content = threads.map(({ id }, index) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: "字".repeat(30 + index),
        marks: [{ type: "comment", attrs: { thread: id } }],
      },
      { type: "text", text: "后文" },
    ],
  }));
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document: { type: "doc", content }, names: new Map(), threads },
    paper,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const margin = (paper.margins.left * 72) / 25.4;
  const lines = (await readPdf(bytes)).pages.flatMap(({ lines: all }) => all);
  const numbers = lines.filter(({ text }) => /^\[\d+\]$/.test(text));
  expect(numbers.length).toBeGreaterThan(20);
  for (const { x } of numbers) expect(x).toBeGreaterThan(margin + 10);
});
