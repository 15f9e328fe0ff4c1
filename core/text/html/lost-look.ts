/** Looks of words that a speech hasn't: struck, underlined, coloured, highlighted. */
import { isBlock } from "./element-kind";
import { inlineStyle } from "./inline-style";

const TAGS: ReadonlySet<string> = new Set(["s", "strike", "u", "mark"]);
/** By name; what isn't here has a hue. */
const GREYS =
  /^(?:black|white|(?:dim|dark|light|slate)*gr[ae]y|silver|gainsboro|whitesmoke|windowtext|canvastext|currentcolor|inherit|initial|unset|revert|auto|transparent|none)$/;
/** How far a colour's parts are apart before anybody sees a hue in it: pages write text in all kinds of dark grey. */
const SEEN_HUE = 64;

/** Whether an element gives its words such a look, by its tag or its style. Links have it anyway. */
export function hasLostLook(element: Element): boolean {
  if (element.localName === "a") return false;
  const style = inlineStyle(element);
  const lines = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  const colours = [style.get("color"), element.localName === "font" ? element.getAttribute("color") : null];
  // A cell's or a page's ground says nothing of its words.
  if (!isBlock(element)) colours.push(style.get("background"), style.get("background-color"));
  return (
    TAGS.has(element.localName) ||
    /underline|line-through/.test(lines) ||
    colours.some((colour) => colour != null && hasHue(colour.trim().toLowerCase()))
  );
}

function hasHue(colour: string): boolean {
  const parts = partsOf(colour);
  if (parts !== null) return Math.max(...parts) - Math.min(...parts) >= SEEN_HUE;
  return /^[a-z]+$/.test(colour) && !GREYS.test(colour);
}

/** Red, green and blue of #f00, #ff0000 and rgb(255, 0, 0); null for what is written otherwise. */
function partsOf(colour: string): readonly number[] | null {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(colour)?.[1];
  if (hex !== undefined) {
    const width = hex.length / 3;
    return [0, 1, 2].map((index) => {
      const part = hex.slice(index * width, (index + 1) * width);
      return Number.parseInt(width === 1 ? part + part : part, 16);
    });
  }
  const [, ...parts] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(colour) ?? [];
  return parts.length === 0 ? null : parts.map(Number);
}
