/** Drawings, pictures and objects: the words in them are read, the rest is told. */
import type { FindingKind } from "@/core/import";
import { within, type XmlElement } from "../package/xml-elements";
import { alternative } from "./reading";

interface ReadDrawing {
  /** What stands in each text box of it. */
  readonly boxes: readonly XmlElement[];
  /** What was left out; null where the text boxes are all that there is. */
  readonly finding: FindingKind | null;
}

export function readDrawing(element: XmlElement): ReadDrawing {
  const boxes = outermostBoxes(element);
  if (boxes.length > 0) return { boxes, finding: null };
  if (element.name === "w:object") return { boxes, finding: "embedded" };
  const isChart = within(element, "c:chart").length + within(element, "dgm:relIds").length > 0;
  return { boxes, finding: isChart ? "chart" : "picture" };
}

/** A box in a box is read with the outer one. */
function outermostBoxes(element: XmlElement): XmlElement[] {
  if (element.name === "w:txbxContent") return [element];
  const inner = element.name === "mc:AlternateContent" ? alternative(element) : element.children;
  return inner.flatMap(outermostBoxes);
}
