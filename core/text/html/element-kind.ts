/** Which elements of foreign HTML hold text that its reader saw, and which of them begin a new line. */
import { inlineStyle } from "./inline-style";
import { isOwnCue } from "./own-block";
import { isTakenOut } from "./revision";

const WITHOUT_TEXT: ReadonlySet<string> = new Set(
  (
    "script style head title meta link noscript template iframe frame frameset noframes object embed applet " +
    "svg math canvas video audio img picture map area select option optgroup datalist textarea input " +
    "button progress meter xml rt rp"
  ).split(" "),
);
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav p pre section summary tbody td tfoot " +
    "th thead tr"
  ).split(" "),
);
/** Word's comment marks. */
const WORD_ASIDES = /\bmso(?:commentreference|comanchor|comtxt|comoff)\b/i;

/** Whether an element begins and ends a line of text. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.localName);
}

/**
 * Whether an element is left out with all that is in it: code, pictures, form fields, Word's drawing
 * and formula markup, the pinyin over a character, what was taken out and what is hidden from the reader,
 * the editor's own signs for reading aloud.
 */
export function isDropped(element: Element): boolean {
  if (!mayHoldText(element) || isTakenOut(element)) return true;
  if (WORD_ASIDES.test(element.getAttribute("class") ?? "") || isHidden(element)) return true;
  return isCommentList(element) || isOwnCue(element);
}

/** Whether an element holds the comments of a Word file that was saved as a page. */
export function isCommentList(element: Element): boolean {
  return inlineStyle(element).get("mso-element") === "comment-list";
}

/** False for code, pictures, form fields and the like, whatever characters stand in them. */
export function mayHoldText({ localName }: Element): boolean {
  return !WITHOUT_TEXT.has(localName) && !/^[vm]:/.test(localName);
}

/** Whether an element takes no place on the page. What is only invisible does: see `formatInside`. */
export function isHidden(element: Element): boolean {
  const style = inlineStyle(element);
  return element.hasAttribute("hidden") || style.get("display") === "none" || style.get("mso-hide") === "all";
}
