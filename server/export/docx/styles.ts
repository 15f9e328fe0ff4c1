/** styles.xml: a paper style as Word's styles. Built-in names, so that Word and WPS know headings. */
import { type PaperFonts, type PaperStyle, trackingOf } from "@/core/paper/paper-style";
import { CELL_AIR, CELL_INSET, CELL_PITCH } from "../table-size";
import { halfPoints, twips } from "./measures";
import { joined, type Xml, xml } from "./xml";

export type StyleId =
  | "Normal"
  | "Title"
  | "SpeechByline"
  | "SpeechDateLine"
  | "SpeechSalutation"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "Heading4"
  | "Quote"
  | "ListParagraph"
  | "TableText"
  | "TableHead";

export interface ParagraphStyle {
  readonly id: string;
  /** Word's own name where it has one. */
  readonly name: string;
  readonly font: keyof PaperFonts;
  /** Points; the body's when left out. */
  readonly size?: number;
  readonly bold?: boolean;
  /** In characters of the body. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly align?: "center" | "left" | "both";
  /** 0 is level 1. */
  readonly outline?: number;
  /** Off the grid: `single` spaces by the type, a number is the pitch in points; the grid when left out. */
  readonly pitch?: "single" | number;
  readonly keepsWithNext?: boolean;
}

function paragraphStyles({ headings, titleSize, tableSize, pageNumber }: PaperStyle): ParagraphStyle[] {
  const line = { font: "kai", align: "center", firstLine: 0, keepsWithNext: true } as const;
  return [
    {
      id: "Title",
      name: "Title",
      font: "title",
      size: titleSize,
      align: "center",
      firstLine: 0,
      // On the grid a title's line would take two of its lines in some programs.
      pitch: titleSize * 1.5,
      keepsWithNext: true,
    },
    { id: "SpeechByline", name: "讲话人", ...line },
    { id: "SpeechDateLine", name: "讲话日期", ...line },
    { id: "SpeechSalutation", name: "称谓", font: "body", firstLine: 0, keepsWithNext: true },
    ...headings.map(({ font, bold }, outline) => ({
      id: `Heading${outline + 1}`,
      name: `heading ${outline + 1}`,
      font,
      bold,
      outline,
      keepsWithNext: true,
    })),
    { id: "Quote", name: "Quote", font: "kai", left: 2, right: 2 },
    { id: "ListParagraph", name: "List Paragraph", font: "body", firstLine: 0, left: 4 },
    {
      id: "TableText",
      name: "表格文字",
      font: "body",
      size: tableSize,
      firstLine: 0,
      pitch: tableSize * CELL_PITCH,
      align: "left",
    },
    {
      id: "TableHead",
      name: "表格表头",
      font: "hei",
      size: tableSize,
      firstLine: 0,
      pitch: tableSize * CELL_PITCH,
      align: "center",
    },
    {
      id: "Footer",
      name: "footer",
      font: "song",
      size: pageNumber.size,
      firstLine: 0,
      pitch: "single",
      align: "left",
    },
    {
      id: "CommentText",
      name: "annotation text",
      font: "song",
      size: 10.5,
      firstLine: 0,
      pitch: "single",
      align: "left",
    },
  ];
}

/** `more`: styles that only this file has. */
export function stylesXml(
  paper: PaperStyle,
  namespaces: Readonly<Record<string, string>>,
  more: readonly ParagraphStyle[] = [],
): Xml {
  const { bodySize, characterSpacing, linePitch } = paper;
  return xml(
    "w:styles",
    namespaces,
    xml(
      "w:docDefaults",
      {},
      xml(
        "w:rPrDefault",
        {},
        xml(
          "w:rPr",
          {},
          fontsXml(paper, "body"),
          sizes(bodySize),
          xml("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN" }),
        ),
      ),
      xml("w:pPrDefault"),
    ),
    xml(
      "w:style",
      { "w:type": "paragraph", "w:default": 1, "w:styleId": "Normal" },
      xml("w:name", { "w:val": "Normal" }),
      xml("w:qFormat"),
      xml(
        "w:pPr",
        {},
        xml("w:widowControl", { "w:val": 0 }),
        // Two digits are one character of the grid: what Word puts beside them by itself moves the rest of the line.
        xml("w:autoSpaceDE", { "w:val": 0 }),
        xml("w:autoSpaceDN", { "w:val": 0 }),
        xml("w:spacing", { "w:line": twips(linePitch), "w:lineRule": "exact" }),
        indent(paper, { firstLine: 2 }),
        xml("w:jc", { "w:val": "both" }),
      ),
      xml("w:rPr", {}, fontsXml(paper, "body"), spacing(characterSpacing), sizes(bodySize)),
    ),
    ...[...paragraphStyles(paper), ...more].map((style) => paragraphStyle(paper, style)),
    xml(
      "w:style",
      { "w:type": "character", "w:styleId": "CommentReference" },
      xml("w:name", { "w:val": "annotation reference" }),
      xml("w:rPr", {}, sizes(10.5)),
    ),
    tableStyle(),
  );
}

function paragraphStyle(paper: PaperStyle, style: ParagraphStyle): Xml {
  const { size = paper.bodySize, bold = false } = style;
  return xml(
    "w:style",
    { "w:type": "paragraph", "w:styleId": style.id },
    xml("w:name", { "w:val": style.name }),
    xml("w:basedOn", { "w:val": "Normal" }),
    style.outline === undefined ? null : xml("w:next", { "w:val": "Normal" }),
    xml("w:qFormat"),
    xml(
      "w:pPr",
      {},
      style.keepsWithNext === true ? xml("w:keepNext") : null,
      style.pitch === undefined ? null : xml("w:snapToGrid", { "w:val": 0 }),
      style.pitch === undefined ? null : pitchXml(style.pitch),
      indent(paper, style),
      style.align === undefined ? null : xml("w:jc", { "w:val": style.align }),
      style.outline === undefined ? null : xml("w:outlineLvl", { "w:val": style.outline }),
    ),
    xml(
      "w:rPr",
      {},
      fontsXml(paper, style.font),
      bold ? joined([xml("w:b"), xml("w:bCs")]) : null,
      spacing(trackingOf(paper, size)),
      sizes(size),
    ),
  );
}

/** The first line in hundredths of a character, which follow the type, and in twips for who can't read those. */
function indent(paper: PaperStyle, { firstLine = 2, left = 0, right = 0 }: Partial<ParagraphStyle>): Xml {
  const character = paper.bodySize + paper.characterSpacing;
  return xml("w:ind", {
    "w:left": twips(left * character),
    "w:right": twips(right * character),
    "w:firstLineChars": firstLine * 100,
    "w:firstLine": twips(firstLine * character),
  });
}

/** 240 is one line of the type. */
const pitchXml = (pitch: "single" | number): Xml =>
  pitch === "single"
    ? xml("w:spacing", { "w:line": 240, "w:lineRule": "auto" })
    : xml("w:spacing", { "w:line": twips(pitch), "w:lineRule": "exact" });

const spacing = (points: number): Xml => xml("w:spacing", { "w:val": twips(points) });

const sizes = (points: number): Xml =>
  joined([xml("w:sz", { "w:val": halfPoints(points) }), xml("w:szCs", { "w:val": halfPoints(points) })]);

function fontsXml({ fonts }: PaperStyle, font: keyof PaperFonts): Xml {
  const { latin, [font]: eastAsia } = fonts;
  return xml("w:rFonts", { "w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": eastAsia, "w:cs": latin });
}

function tableStyle(): Xml {
  const line = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "auto" };
  const inset = { "w:w": twips(CELL_INSET), "w:type": "dxa" };
  // The line is as wide as half a point, and Word gives it room of its own.
  const air = { "w:w": twips(CELL_AIR - 0.25), "w:type": "dxa" };
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  return xml(
    "w:style",
    { "w:type": "table", "w:styleId": "TableGrid" },
    xml("w:name", { "w:val": "Table Grid" }),
    xml(
      "w:tblPr",
      {},
      xml("w:tblBorders", {}, ...sides.map((side) => xml(`w:${side}`, line))),
      xml(
        "w:tblCellMar",
        {},
        xml("w:top", air),
        xml("w:left", inset),
        xml("w:bottom", air),
        xml("w:right", inset),
      ),
    ),
  );
}
