/** Comments, notes, headers and what else has room for words only. */
import type { FindingKind } from "@/core/import";
import { raisedText } from "@/core/text/raised";
import { childOf, within, type XmlElement } from "../package/xml-elements";
import { PAGE_END } from "./parted-lines";
import { alternative } from "./reading";
import { runText } from "./run-text";
import { flagOf, ownRaising } from "./style-sheet";
import { fontsOf } from "./symbols";

/** What stands as little in the text as it does when all that is proposed in it is accepted. */
const NOT_TEXT = new Set(["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:p", "w:rt"]);

type Found = (kind: FindingKind, where: string) => void;

/** As it stands when all that is proposed in it is accepted. `found` is told what of it isn't in the answer. */
export function plainText(element: XmlElement, found: Found = () => {}): string {
  return paragraphsOf(element)
    .map((paragraph) => {
      let unknown = 0;
      const words: string = lineText(paragraph, [], (kind, where) => {
        if (kind === "unknown-character") unknown += 1;
        else found(kind, where);
      });
      for (; unknown > 0; unknown -= 1) found("unknown-character", words);
      return words;
    })
    .join("\n")
    .trim();
}

/** Of a paragraph alone, without what stands in its text boxes. */
export const ownWords = (paragraph: XmlElement): string => lineText(paragraph, [], () => {}).trim();

/** Whether there is a picture in it. */
export const hasPicture = (element: XmlElement): boolean =>
  within(element, "w:drawing").length + within(element, "w:pict").length > 0;

const childrenIn = (element: XmlElement): readonly XmlElement[] =>
  element.name === "mc:AlternateContent" ? alternative(element) : element.children;

/** In a text box of one too, once of each alternative. */
function paragraphsOf(element: XmlElement): XmlElement[] {
  return childrenIn(element).flatMap((child) => [
    ...(child.name === "w:p" ? [child] : []),
    ...paragraphsOf(child),
  ]);
}

function lineText(element: XmlElement, fonts: readonly string[], found: Found): string {
  const parts = childrenIn(element).map((child): string => {
    const text = runText(child, fonts);
    if (text?.hasUnknown) found("unknown-character", "");
    if (text !== null && child.name !== "w:delText") return text.text.replace(PAGE_END, "\n");
    if (NOT_TEXT.has(child.name)) return "";
    if (child.name !== "w:r") return lineText(child, fonts, found);
    const properties = childOf(child, "w:rPr");
    if (flagOf(properties, "w:vanish") !== true) {
      const words = lineText(child, fontsOf(properties), found);
      const raising = ownRaising(properties);
      return (raising && raisedText(words, raising)) || words;
    }
    found(
      "hidden-text",
      lineText(child, fontsOf(properties), () => {}),
    );
    return "";
  });
  return parts.join("");
}
