/** Drawings, pictures and objects: the words in them are read, the rest is told. */
import type { FindingKind } from "@/core/import";
import type { XmlElement } from "../package/xml-elements";
import { isFileName } from "../place-in-line";
import { alternative as alternativeIn } from "./reading";

interface ReadDrawing {
  /** What stands in each text box of it. */
  readonly boxes: readonly XmlElement[];
  /** What was left out; null where the text boxes are all that there is. */
  readonly finding: FindingKind | null;
  /** What it says instead of itself, for who can't see it; "" where it says nothing. */
  readonly alternative: string;
}

const BOX = "w:txbxContent";
const PICTURES = new Set(["pic:pic", "v:imagedata"]);
const CHARTS = new Set(["c:chart", "dgm:relIds"]);

export function readDrawing(element: XmlElement): ReadDrawing {
  const parts = partsOf(element);
  const boxes = parts.filter(({ name }) => name === BOX);
  const alternative = alternativeOf(parts);
  const has = (names: ReadonlySet<string>) => parts.some(({ name }) => names.has(name));
  if (element.name === "w:object" && boxes.length === 0) return { boxes, finding: "embedded", alternative };
  if (has(CHARTS)) return { boxes, finding: "chart", alternative };
  // Grouped with a text box it is gone as well; alone it may be a shape of whatever kind.
  return { boxes, finding: has(PICTURES) || boxes.length === 0 ? "picture" : null, alternative };
}

/** What the first picture within says instead of itself, "" where it says nothing; null where there is none. */
export function pictureWithin(element: XmlElement): string | null {
  const parts = partsOf(element, true);
  return parts.some(({ name }) => PICTURES.has(name)) ? alternativeOf(parts) : null;
}

/** `descr` or `title` of a drawing (ISO 29500-1, 20.4.2.5), `alt` or `title` of a VML shape. */
function alternativeOf(parts: readonly XmlElement[]): string {
  const texts = parts.flatMap(({ attributes: { descr, alt, title } }) => [descr, alt, title]);
  return texts.find((text) => text !== undefined && text.trim() !== "" && !isFileName(text)) ?? "";
}

/** All that it is made of but, unless `withBoxes`, the inside of boxes: a box or a picture in a box is read with that. */
function partsOf(element: XmlElement, withBoxes = false): XmlElement[] {
  const inner = element.name === "mc:AlternateContent" ? alternativeIn(element) : element.children;
  return inner.flatMap((child) => [
    child,
    ...(child.name === BOX && !withBoxes ? [] : partsOf(child, withBoxes)),
  ]);
}
