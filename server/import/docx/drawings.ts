/** Drawings, pictures and objects: the words in them are read, the rest is told. */
import type { FindingKind } from "@/core/import";
import type { XmlElement } from "../package/xml-elements";
import { alternative } from "./reading";

interface ReadDrawing {
  /** What stands in each text box of it. */
  readonly boxes: readonly XmlElement[];
  /** What was left out; null where the text boxes are all that there is. */
  readonly finding: FindingKind | null;
}

const BOX = "w:txbxContent";
const PICTURES = new Set(["pic:pic", "v:imagedata"]);
const CHARTS = new Set(["c:chart", "dgm:relIds"]);

export function readDrawing(element: XmlElement): ReadDrawing {
  const parts = partsOf(element);
  const boxes = parts.filter(({ name }) => name === BOX);
  const has = (names: ReadonlySet<string>) => parts.some(({ name }) => names.has(name));
  if (element.name === "w:object" && boxes.length === 0) return { boxes, finding: "embedded" };
  if (has(CHARTS)) return { boxes, finding: "chart" };
  // Grouped with a text box it is gone as well; alone it may be a shape of whatever kind.
  return { boxes, finding: has(PICTURES) || boxes.length === 0 ? "picture" : null };
}

/** All that it is made of but the inside of boxes: a box or a picture in a box is read with that. */
function partsOf(element: XmlElement): XmlElement[] {
  const inner = element.name === "mc:AlternateContent" ? alternative(element) : element.children;
  return inner.flatMap((child) => [child, ...(child.name === BOX ? [] : partsOf(child))]);
}
