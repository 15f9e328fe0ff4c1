/** The .docx as another office program lays it out, where LibreOffice is at hand. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { table } from "@/core/samples/blocks";
import { createTypesetting, fillOrder, writeDocx } from "../helpers/checked-exports";
import { DocxReader } from "../helpers/docx-reader";
import { longSpeech } from "../helpers/long-speech";
import { readPdf } from "../helpers/pdf-reader";
import { runSeed, seededRandom } from "../helpers/random";

const typesetting = createTypesetting({ fontDir: undefined });
const folder = mkdtempSync(path.join(tmpdir(), "lectern-office-"));
afterAll(async () => {
  await typesetting.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Null where a Chinese font or the program isn't at hand. */
function printedByLibreOffice(docx: Uint8Array, name: string): Uint8Array | null {
  return printedTogether(new Map([[name, docx]]))?.get(name) ?? null;
}

/** By one start of the program, which takes longer than a file. */
function printedTogether(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> | null {
  const fonts = spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" });
  if (fonts.error !== undefined || fonts.stdout === "") return null;
  return savedByLibreOffice(files, "pdf");
}

/** Opened and saved as other files; null where the program isn't at hand. */
function savedByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
  format: "pdf" | "docx",
): Map<string, Uint8Array> | null {
  const saved = path.join(folder, "saved");
  const paths = [...files].map(([name, docx]) => {
    const file = path.join(folder, `${name}.docx`);
    writeFileSync(file, docx);
    return file;
  });
  const args = ["--headless", "--convert-to", format, "--outdir", saved, ...paths];
  const { error, status } = spawnSync("soffice", args, {
    env: { ...process.env, HOME: folder },
    stdio: "ignore",
  });
  if (error !== undefined || status !== 0) return null;
  const read = (name: string) => readFileSync(path.join(saved, `${name}.${format}`));
  return new Map([...files.keys()].map((name) => [name, read(name)]));
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

const NO_OFFICE = "LibreOffice with a Chinese font isn't at hand";
const AT = Date.UTC(2026, 10, 26);
/** About as many as a speech has. */
const PAGES = [6, 9, 13, 18, 30];
const TIMEOUT = { timeout: 240_000 };

describe("a .docx in LibreOffice", () => {
  it.for(PAPER_PRESETS)("EX-85 has as many pages as the PDF: %s", TIMEOUT, async (preset, context) => {
    const { document } = archivesSpeech;
    const shared = {
      paper: paperPreset(preset),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
      watermark: null,
    } as const;
    const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
    const printed = printedByLibreOffice(
      writeDocx({ ...shared, ...content, words: { deletedComment: "" } }),
      preset,
    );
    if (printed === null) return context.skip(NO_OFFICE);
    const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
    const [ours, theirs] = [await readPdf(bytes), await readPdf(printed)];
    expect(theirs.pages.length).toBe(ours.pages.length);
  });

  it("EX-85 has the lines and pages of the PDF, in speeches of 5 to 30 pages", TIMEOUT, async (context) => {
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
    const printed = printedTogether(new Map(files));
    if (printed === null) return context.skip(NO_OFFICE);
    for (const { name, order } of speeches) {
      const ours = await letterLines((await typesetting.pdf({ ...order, format: "pdf" })).bytes);
      const theirs = await letterLines(printed.get(name) ?? new Uint8Array());
      expect(ours.length).toBeGreaterThanOrEqual(5);
      expect(theirs, `${name}, seed ${seed}`).toEqual(ours);
    }
  });

  it.for(PAPER_PRESETS)(
    "EX-85 a page below a title has as many lines as in the PDF: %s",
    TIMEOUT,
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
      const printed = printedByLibreOffice(docx, `title-${preset}`);
      if (printed === null) return context.skip(NO_OFFICE);
      const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
      expect(await letterLines(printed)).toEqual(await letterLines(bytes));
    },
  );

  it("EX-85 a full page has 22 lines of 28 characters there too", TIMEOUT, async (context) => {
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
    const printed = printedByLibreOffice(docx, "full");
    if (printed === null) return context.skip(NO_OFFICE);
    const body = (await readPdf(printed)).pages[1]?.lines.filter(({ text }) => text.startsWith("字")) ?? [];
    expect(body.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  it("EX-96 rows of a table are as high as in the PDF", TIMEOUT, async (context) => {
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
      const printed = printedByLibreOffice(docx, `rows${columns}`);
      if (printed === null) return context.skip(NO_OFFICE);
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

  it("EX-88 a part that moved is moved there too", TIMEOUT, (context) => {
    const before = canonicalDocument(archivesSpeech.document);
    const blocks = before.content ?? [];
    const parts = blocks.flatMap(({ type, attrs }, index) =>
      type === "heading" && attrs?.level === 1 ? [index] : [],
    );
    const [first = 0, second = 0, third = 0] = parts;
    const moved = blocks.slice(first, second);
    const after = {
      ...before,
      content: [...blocks.slice(0, first), ...blocks.slice(second, third), ...moved, ...blocks.slice(third)],
    };
    const content = { kind: "comparison", before, after, at: AT } as const;
    const order = {
      paper: paperPreset("gbt9704"),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
    } as const;
    const docx = fillOrder({ ...order, format: "docx", content, watermark: null });
    const saved = savedByLibreOffice(new Map([["moved", docx]]), "docx")?.get("moved");
    if (saved === undefined) return context.skip("LibreOffice isn't at hand");
    const [ours, theirs] = [new DocxReader(docx), new DocxReader(saved)];
    const words = (file: DocxReader, name: string) =>
      file
        .all("word/document.xml", name)
        .map(({ textContent }) => textContent)
        .join("");
    for (const name of ["moveFrom", "moveTo"]) {
      expect(words(ours, name).length).toBeGreaterThan(100);
      expect(words(theirs, name)).toBe(words(ours, name));
    }
    expect(theirs.lines("accept")).toEqual(ours.lines("accept"));
  });
});
