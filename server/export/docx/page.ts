/** Paper, margins, grid and page numbers: the section's properties and the footers. */
import { type PaperStyle, underNumber } from "@/core/paper/paper-style";
import type { DocxContext } from "./context";
import { twips, twipsOfMm } from "./measures";
import { EDGES } from "./package-parts";
import { fonts } from "./run";
import { type Xml, xml, xmlText } from "./xml";

export function sectionXml(paper: PaperStyle, hasHeaders: boolean): Xml {
  const { footers, headers } = EDGES;
  const { page, margins, linePitch, characterSpacing } = paper;
  return xml(
    "w:sectPr",
    {},
    hasHeaders ? xml("w:headerReference", { "w:type": "even", "r:id": headers.even }) : null,
    hasHeaders ? xml("w:headerReference", { "w:type": "default", "r:id": headers.odd }) : null,
    xml("w:footerReference", { "w:type": "even", "r:id": footers.even }),
    xml("w:footerReference", { "w:type": "default", "r:id": footers.odd }),
    xml("w:pgSz", { "w:w": twipsOfMm(page.width), "w:h": twipsOfMm(page.height) }),
    xml("w:pgMar", {
      "w:top": twipsOfMm(margins.top),
      "w:right": twipsOfMm(margins.right),
      "w:bottom": twipsOfMm(margins.bottom),
      "w:left": twipsOfMm(margins.left),
      "w:header": twipsOfMm(Math.min(15, margins.top / 2)),
      "w:footer": twipsOfMm(Math.max(5, underNumber(paper))),
      "w:gutter": 0,
    }),
    // Only where characters are spaced for one. On a grid LibreOffice ends a page where as many lines of it end, also below
    // a title that is a little higher than they are; every line has its exact pitch without one too.
    characterSpacing === 0 ? null : xml("w:docGrid", { "w:type": "lines", "w:linePitch": twips(linePitch) }),
  );
}

/** `— 1 —` one character in from the outer edge, or the bare number in the middle. */
export function footerXml(
  context: DocxContext,
  side: "odd" | "even",
  namespaces: Readonly<Record<string, string>>,
): Xml {
  const { place, size } = context.paper.pageNumber;
  const isOuter = place === "outer";
  const text = (words: string) =>
    xml("w:r", {}, runLook(context), xml("w:t", { "xml:space": "preserve" }, xmlText(words)));
  const field = (type: "begin" | "separate" | "end") =>
    xml("w:r", {}, runLook(context), xml("w:fldChar", { "w:fldCharType": type }));
  const inset = twips(size);
  return xml(
    "w:ftr",
    namespaces,
    xml(
      "w:p",
      {},
      xml(
        "w:pPr",
        {},
        xml("w:pStyle", { "w:val": "Footer" }),
        isOuter ? xml("w:ind", side === "odd" ? { "w:right": inset } : { "w:left": inset }) : null,
        xml("w:jc", { "w:val": !isOuter ? "center" : side === "odd" ? "right" : "left" }),
      ),
      isOuter ? text("— ") : null,
      field("begin"),
      xml("w:r", {}, runLook(context), xml("w:instrText", { "xml:space": "preserve" }, xmlText(" PAGE "))),
      field("separate"),
      text("1"),
      field("end"),
      isOuter ? text(" —") : null,
    ),
  );
}

/** 宋体 for the digits too: GB/T 9704-2012, 7.5. */
function runLook(context: DocxContext): Xml {
  const { song } = context.paper.fonts;
  const all = { "w:ascii": song, "w:hAnsi": song, "w:eastAsia": song, "w:cs": song };
  return xml(
    "w:rPr",
    {},
    context.paper.pageNumber.place === "outer"
      ? xml("w:rFonts", { "w:hint": "eastAsia", ...all })
      : fonts(context, { font: "song" }),
  );
}
