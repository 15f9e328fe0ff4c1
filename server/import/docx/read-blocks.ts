/** The blocks of a body, a cell or a text box in document order. */
import { childOf, childrenOf, within, type XmlElement } from "../package/xml-elements";
import { withFate } from "./fates";
import { piecesText } from "./pieces";
import { ownWords } from "./plain-text";
import { readLine } from "./read-line";
import { readTable } from "./read-table";
import { alternative, type Reading } from "./reading";
import type { SourceBlock, StyleRole } from "./source";
import { propertyOf } from "./style-sheet";
import { textWidth } from "./title-shape";

const AROUND_BLOCKS = new Set([
  "w:customXml",
  "w:sdtContent",
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:p",
]);

/** What a list of elements holds. */
export function readBlocks(elements: readonly XmlElement[], reading: Reading): SourceBlock[] {
  return elements.flatMap((element) => readBlock(element, reading));
}

export function readBlock(element: XmlElement, reading: Reading): SourceBlock[] {
  switch (element.name) {
    case "w:p":
      return readParagraph(element, reading);
    case "w:tbl":
      return [readTable(element, reading)];
    case "w:sdt":
      return readControl(element, reading);
    case "mc:AlternateContent":
      return readBlocks(alternative(element), reading);
    case "w:altChunk":
      reading.findings.addBetween("embedded");
      return [];
    case "w:sectPr":
      if (childOf(element, "w:sectPrChange") !== undefined) reading.found("other-revision", "");
      reading.width = textWidth(element);
      return [];
    default:
      if (AROUND_BLOCKS.has(element.name)) return readBlocks(element.children, reading);
      reading.readOther(element);
      return [];
  }
}

function readParagraph(paragraph: XmlElement, reading: Reading): SourceBlock[] {
  const { lines, boxes } = readLine(paragraph, reading);
  const words = lines.map(({ pieces }) => piecesText(pieces)).join("");
  const isOf = (role: StyleRole) => lines.some(({ style }) => style.role === role);
  if (isOf("contents")) {
    reading.found("table-of-contents", words);
    return [];
  }
  // The next page's words, which stand there.
  if (isOf("pageFoot")) return [];
  if (childOf(paragraph, "w:pPr", "w:framePr") !== undefined && words.trim() !== "") {
    reading.found("text-box", words);
  }
  reading.findings.passLine(words);
  const boxed = boxes.flatMap(({ content, fate }) =>
    readBlocks(content.children, reading).map((block) => withFate(block, fate)),
  );
  return [...lines, ...boxed];
}

/** A content control; the one around a table of contents goes with it. */
function readControl(control: XmlElement, reading: Reading): SourceBlock[] {
  const gallery = propertyOf(childOf(control, "w:sdtPr", "w:docPartObj"), "w:docPartGallery");
  if (gallery === "Table of Contents") {
    for (const line of within(control, "w:p")) reading.found("table-of-contents", ownWords(line));
    return [];
  }
  return childrenOf(control, "w:sdtContent").flatMap(({ children }) => readBlocks(children, reading));
}
