/** What stands at the foot of the reading copy's pages in Word: page x of y, and the next page's first words. */
import type { PaperStyle } from "@/core/paper/paper-style";
import { halfPoints, twipsOfMm } from "../docx/measures";
import { fonts } from "../docx/run";
import type { ParagraphStyle } from "../docx/styles";
import { joined, type Xml, xml, xmlText } from "../docx/xml";
import { latinSigns } from "../latin-signs";

const SIZE = 14;
/** Under the text, in mm. */
const GAP = 8;

/**
 * By a name of its own, as is what goes on on the next page: read again, the one isn't of the speech, and the other
 * is of the paragraph above (server/import/docx/style-sheet.ts).
 */
export const FOOT: ParagraphStyle = {
  id: "ReadingFoot",
  name: "下页首句",
  font: "kai",
  size: SIZE,
  firstLine: 0,
  pitch: "single",
  align: "left",
};

/** A frame at the same place of every page, whatever is above it. */
export function footParagraph(words: string, paper: PaperStyle): Xml {
  const { page, margins } = paper;
  return xml(
    "w:p",
    {},
    xml(
      "w:pPr",
      {},
      xml("w:pStyle", { "w:val": FOOT.id }),
      xml("w:framePr", {
        "w:w": twipsOfMm(page.width - margins.left - margins.right),
        "w:wrap": "around",
        "w:vAnchor": "page",
        "w:hAnchor": "page",
        "w:x": twipsOfMm(margins.left),
        "w:y": twipsOfMm(page.height - margins.bottom + GAP),
      }),
      xml("w:jc", { "w:val": "right" }),
    ),
    xml(
      "w:r",
      {},
      xml("w:rPr", {}, fonts({ paper }, { font: "kai", latin: latinSigns(words).all }), sizes()),
      xml("w:t", { "xml:space": "preserve" }, xmlText(words)),
    ),
  );
}

/** `3 / 12`. */
export function readingFooter(paper: PaperStyle, namespaces: Readonly<Record<string, string>>): Xml {
  const look = xml("w:rPr", {}, fonts({ paper }, { font: "song" }), sizes());
  const run = (content: Xml) => xml("w:r", {}, look, content);
  const field = (name: "PAGE" | "NUMPAGES") =>
    joined([
      run(xml("w:fldChar", { "w:fldCharType": "begin" })),
      run(xml("w:instrText", { "xml:space": "preserve" }, xmlText(` ${name} `))),
      run(xml("w:fldChar", { "w:fldCharType": "separate" })),
      run(xml("w:t", {}, xmlText("1"))),
      run(xml("w:fldChar", { "w:fldCharType": "end" })),
    ]);
  return xml(
    "w:ftr",
    namespaces,
    xml(
      "w:p",
      {},
      xml("w:pPr", {}, xml("w:pStyle", { "w:val": "Footer" }), xml("w:jc", { "w:val": "center" })),
      field("PAGE"),
      run(xml("w:t", { "xml:space": "preserve" }, xmlText(" / "))),
      field("NUMPAGES"),
    ),
  );
}

const sizes = (): Xml =>
  joined([xml("w:sz", { "w:val": halfPoints(SIZE) }), xml("w:szCs", { "w:val": halfPoints(SIZE) })]);
