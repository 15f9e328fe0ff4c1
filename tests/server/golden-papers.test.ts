/**
 * The golden speech as it stands on paper, under tests/golden: of each PDF the pages' lines with their places, the
 * bookmarks and properties, of the reading copy in Word its parts. `npm run unit -- golden -u` writes them anew.
 */
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { createTypesetting } from "../helpers/checked-exports";
import { GOLDEN_PDFS, type GoldenPdf, goldenPdf, goldenReadingDocx } from "../helpers/golden-papers";
import { linedXml } from "../helpers/lined-xml";
import { type PdfFile, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());
/** Their lines are those of another one. */
const ALIKE: readonly GoldenPdf[] = ["watermark", "comparison-black-and-white"];
const OTHER_FONTS = "this machine has fonts that the layouts name, and the golden files are set without them";

/** Points to a tenth, which readers agree on. */
const tenth = (points: number) => Math.round(points * 10) / 10;

/** A line of text a line: what moved, or says something else, is to be seen. */
function sheet({ pages, outline, info, isTagged }: PdfFile): string {
  const { Title, Subject, Language } = info;
  const rows = pages.map(({ width, height, lines }) => ({
    size: `${tenth(width)} × ${tenth(height)}`,
    lines: lines.map(({ text, x, y, end, size }) => `${[x, y, end, size].map(tenth).join(" ")} ${text}`),
  }));
  return `${JSON.stringify({ Title, Subject, Language, isTagged, outline, pages: rows }, null, 1)}\n`;
}

describe("golden papers", { timeout: 120_000 }, () => {
  for (const kind of GOLDEN_PDFS.filter((one) => !ALIKE.includes(one))) {
    it(`EX-87 the lines of the PDF, where each stands: ${kind}`, async (context) => {
      const { bytes, isInOwnFonts } = await goldenPdf(typesetting, kind);
      if (!isInOwnFonts) return context.skip(OTHER_FONTS);
      await expect(sheet(await readPdf(bytes))).toMatchFileSnapshot(`../golden/pdf/${kind}.json`);
    });
  }

  it("EX-87 the reading copy in Word", async (context) => {
    const { bytes, isInOwnFonts } = await goldenReadingDocx(typesetting);
    if (!isInOwnFonts) return context.skip(OTHER_FONTS);
    const parts = unzipSync(bytes);
    for (const name of ["document", "styles", "footer1"]) {
      const xml = linedXml(strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array()));
      await expect(xml).toMatchFileSnapshot(`../golden/reading/word-${name}.xml`);
    }
  });
});
