/** The .docx as another office program lays it out, where LibreOffice is at hand. */
import { afterAll, describe, expect, it } from "vitest";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { table } from "@/core/samples/blocks";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { NO_OFFICE_OR_FONT, OFFICE_LIMIT, printedByLibreOffice } from "../helpers/libre-office";
import { longSpeech } from "../helpers/long-speech";
import { readPdf } from "../helpers/pdf-reader";
import { runSeed, seededRandom } from "../helpers/random";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

/** Null where a Chinese font or the program isn't at hand. */
function printedAlone(docx: Uint8Array): Uint8Array | null {
  return printedByLibreOffice(new Map([["one", docx]]))?.get("one") ?? null;
}

/** Pages of lines of letters: marks that hang stand elsewhere in another program's text. */
async function letterLines(file: Uint8Array): Promise<string[][]> {
  return (await readPdf(file)).pages.map(({ lines }) => {
    const rows = new Map<number, string>();
    let row = Number.NaN;
    for (const { text, y } of lines) {
      if (Number.isNaN(row) || Math.abs(row - y) > 2) row = y;
      rows.set(row, (rows.get(row) ?? "") + text);
    }
    return [...rows.values()].map((text) => text.replaceAll(/[^\p{L}]/gu, "")).filter((text) => text !== "");
  });
}

const AT = Date.UTC(2026, 10, 26);
/** About as many as a speech has. */
const PAGES = [6, 9, 13, 18, 30];

describe("a .docx in LibreOffice", () => {
  it.for(PAPER_PRESETS)("EX-85 has as many pages as the PDF: %s", OFFICE_LIMIT, async (preset, context) => {
    const { document } = archivesSpeech;
    const shared = {
      paper: paperPreset(preset),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
      watermark: null,
    } as const;
    const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
    const printed = printedAlone(writeDocx({ ...shared, ...content, words: { deletedComment: "" } }));
    if (printed === null) return context.skip(NO_OFFICE_OR_FONT);
    const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
    const [ours, theirs] = [await readPdf(bytes), await readPdf(printed)];
    expect(theirs.pages.length).toBe(ours.pages.length);
  });

  it(
    "EX-85 has the lines and pages of the PDF, in speeches of 5 to 30 pages",
    OFFICE_LIMIT,
    async (context) => {
      const seed = runSeed();
      const random = seededRandom(seed);
      const speeches = PAPER_PRESETS.flatMap((preset) =>
        PAGES.map((pages) => {
          const content = {
            kind: "clean",
            document: longSpeech(pages * 450, random),
            names: new Map<string, string>(),
            threads: [],
          } as const;
          const paper = paperPreset(preset);
          const order = {
            paper,
            numberingStyle: "nested",
            title: "讲话",
            madeAt: AT,
            watermark: null,
          } as const;
          return { name: `${preset}-${pages}`, order: { ...order, content } };
        }),
      );
      const files = speeches.map(({ name, order: { content, ...order } }) => {
        return [name, writeDocx({ ...order, ...content, words: { deletedComment: "" } })] as const;
      });
      const printed = printedByLibreOffice(new Map(files));
      if (printed === null) return context.skip(NO_OFFICE_OR_FONT);
      for (const { name, order } of speeches) {
        const ours = await letterLines((await typesetting.pdf({ ...order, format: "pdf" })).bytes);
        const theirs = await letterLines(printed.get(name) ?? new Uint8Array());
        expect(ours.length).toBeGreaterThanOrEqual(5);
        expect(theirs, `${name}, seed ${seed}`).toEqual(ours);
      }
    },
  );

  it.for(PAPER_PRESETS)(
    "EX-85 a page below a title has as many lines as in the PDF: %s",
    OFFICE_LIMIT,
    async (preset, context) => {
      const text = (words: string) => [{ type: "text", text: words }];
      const document = {
        type: "doc",
        content: [
          { type: "title", content: text("讲话") },
          { type: "paragraph", content: text("字".repeat(2000)) },
        ],
      };
      const paper = paperPreset(preset);
      const shared = { paper, numberingStyle: "nested", title: "讲话", madeAt: AT, watermark: null } as const;
      const content = { kind: "clean", document, names: new Map<string, string>(), threads: [] } as const;
      const docx = writeDocx({ ...shared, ...content, words: { deletedComment: "" } });
      const printed = printedAlone(docx);
      if (printed === null) return context.skip(NO_OFFICE_OR_FONT);
      const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
      expect(await letterLines(printed)).toEqual(await letterLines(bytes));
    },
  );

  it("EX-85 a full page has 22 lines of 28 characters there too", OFFICE_LIMIT, async (context) => {
    const words = "字".repeat(3 * 22 * 28);
    const document = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
    };
    const docx = writeDocx({
      paper: paperPreset("gbt9704"),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
      watermark: null,
      document,
      names: new Map(),
      threads: [],
      words: { deletedComment: "" },
    });
    const printed = printedAlone(docx);
    if (printed === null) return context.skip(NO_OFFICE_OR_FONT);
    const body = (await readPdf(printed)).pages[1]?.lines.filter(({ text }) => text.startsWith("字")) ?? [];
    expect(body.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  it("EX-96 rows of a table are as high as in the PDF", OFFICE_LIMIT, async (context) => {
    for (const columns of [2, 9]) {
      const row = (first: string) => [first, ...Array<string>(columns - 1).fill("字")];
      const rows = ["首", ..."字".repeat(9), "尾"].map(row);
      const document = { type: "doc", content: [table(row("头"), ...rows)] };
      const shared = {
        paper: paperPreset("gbt9704"),
        numberingStyle: "nested",
        title: "讲话",
        madeAt: AT,
        watermark: null,
      } as const;
      const content = { kind: "clean", document, names: new Map<string, string>(), threads: [] } as const;
      const docx = writeDocx({ ...shared, ...content, words: { deletedComment: "" } });
      const printed = printedAlone(docx);
      if (printed === null) return context.skip(NO_OFFICE_OR_FONT);
      const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
      const height = async (file: Uint8Array) => {
        const lines = (await readPdf(file)).pages[0]?.lines ?? [];
        const [first, last] = ["首", "尾"].map(
          (words) => lines.find(({ text }) => text.startsWith(words))?.y ?? 0,
        );
        return ((first ?? 0) - (last ?? 0)) / 10;
      };
      expect(await height(printed), `${columns} columns`).toBeCloseTo(await height(bytes), 0);
    }
  });
});
