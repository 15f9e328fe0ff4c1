/** What the simple elements of a run say, in the text as in comments and notes. */
import type { XmlElement } from "../package/xml-elements";
import { PAGE_END } from "./parted-lines";
import { readableSigns, type Signs, symbolOf } from "./symbols";

/**
 * Line ends in XML are blanks, and so are blanks that keep words together, as in any other file: who copies from a
 * web page brings them between all words, and the line would run off the paper.
 */
const NO_BREAKS = /[\n\r\u2028\u2029\u00a0]/g;

const known = (text: string): Signs => ({ text, hasUnknown: false });

/** `fonts`: those that the run names. Null for what isn't text by itself. */
export function runText(element: XmlElement, fonts: readonly string[]): Signs | null {
  switch (element.name) {
    case "w:t":
    case "w:delText":
      return readableSigns(element.text.replace(NO_BREAKS, " "), fonts);
    case "w:tab":
    case "w:ptab":
      return known("\t");
    case "w:cr":
      return known("\n");
    case "w:br":
      return known((element.attributes["w:type"] ?? "textWrapping") === "textWrapping" ? "\n" : PAGE_END);
    case "w:noBreakHyphen":
      return known("\u2011");
    case "w:softHyphen":
      return known("\u00ad");
    case "w:sym":
      return symbolOf(element);
    default:
      return null;
  }
}
