/** The reading copy with its maker's name and the time across every page, and nothing else changed. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperFormat } from "@/core/export";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting } from "../helpers/checked-exports";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { inksOf } from "../helpers/pdf-inks";
import { readPdf } from "../helpers/pdf-reader";

const POINTS_PER_MM = 72 / 25.4;
const NAME = "周文清 2026-11-24 09:02";
/** Of a grey, 0 is black and 255 the paper; a handout's is 215. */
const FAINT = 230;

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const SENTENCE = "各县市区和有关部门要按照统一部署扎实推进各项工作。";
const document: DocumentNode = {
  type: "doc",
  content: Array.from({ length: 9 }, () => ({
    type: "paragraph",
    content: [{ type: "text", text: SENTENCE.repeat(4) }],
  })),
};
async function made(format: PaperFormat, watermark: string | null): Promise<Uint8Array> {
  const order = { document, size: 26, numberingStyle: "nested", title: "讲话", madeAt: 0 } as const;
  return (await typesetting.reading({ ...order, format, watermark })).bytes;
}

describe("a reading copy's watermark", { timeout: 120_000 }, () => {
  it("EX-64 stands across every page of the PDF, above the blank third, and moves no line", async () => {
    const [marked, plain] = [await readPdf(await made("pdf", NAME)), await readPdf(await made("pdf", null))];
    expect(plain.pages.length).toBeGreaterThan(2);
    expect(marked.pages.length).toBe(plain.pages.length);
    for (const [index, { lines }] of marked.pages.entries()) {
      const before = plain.pages[index]?.lines ?? [];
      const isOld = ({ text, x, y }: (typeof lines)[number]) =>
        before.some((line) => line.text === text && line.x === x && line.y === y);
      const own = lines.filter((line) => !isOld(line));
      expect(own.map(({ text }) => text).join(""), `page ${index + 1}`).toBe(NAME);
      expect(lines.length - own.length).toBe(before.length);
      for (const { y } of own) expect(y).toBeGreaterThan(99 * POINTS_PER_MM);
    }
  });

  it("EX-64 is paler than a handout's, so that large type is read over it", async () => {
    const inks = [...(await inksOf(await made("pdf", NAME))).keys()];
    const plain = await inksOf(await made("pdf", null));
    const [own, ...more] = inks.filter((ink) => !plain.has(ink));
    expect(more).toEqual([]);
    expect(Number.parseInt(own?.slice(1, 3) ?? "", 16)).toBeGreaterThanOrEqual(FAINT);
    const [fill] = new DocxReader(await made("docx", NAME))
      .part("word/header1.xml")
      .getElementsByTagName("v:fill");
    // Silver, 192, on paper.
    expect(255 - 63 * Number(fill?.getAttribute("opacity"))).toBeGreaterThanOrEqual(FAINT);
  });

  it("EX-64 is in the middle of the text in Word too, above the blank third", async () => {
    const file = new DocxReader(await made("docx", NAME));
    for (const part of ["word/header1.xml", "word/header2.xml"]) {
      const style = file.part(part).getElementsByTagName("v:shape")[0]?.getAttribute("style") ?? "";
      const {
        "margin-top": top = "",
        height = "",
        ...look
      } = Object.fromEntries(style.split(";").map((entry) => entry.split(":")));
      expect(look).toMatchObject({ "mso-position-vertical-relative": "page" });
      // Else the offset isn't looked at.
      expect(look).not.toHaveProperty("mso-position-vertical");
      const middle = Number.parseFloat(top) + Number.parseFloat(height) / 2;
      // The text lies between 25 mm from above and 99 mm from below.
      expect(middle / POINTS_PER_MM).toBeCloseTo((25 + 297 - 99) / 2, 0);
    }
  });

  it("EX-64 is behind the text of every page in Word, which comes back without it", async () => {
    const [marked, plain] = [await made("docx", NAME), await made("docx", null)];
    const file = new DocxReader(marked);
    const kinds = file
      .all("word/document.xml", "headerReference")
      .map((element) => attribute(element, "type"));
    expect(kinds).toEqual(["even", "default"]);
    for (const part of ["word/header1.xml", "word/header2.xml"]) {
      const paths = [...file.part(part).getElementsByTagName("v:textpath")];
      expect(paths.flatMap((path) => path.getAttribute("string") ?? [])).toContain(NAME);
    }
    expect(new DocxReader(plain).partNames).not.toContain("word/header1.xml");
    const [read, unmarked] = [readDocx(marked), readDocx(plain)];
    expect(read.document).toEqual(unmarked.document);
    expect(read.findings).toEqual(unmarked.findings);
  });
});
