/** Fonts whose letters are drawn as other signs: R in Wingdings 2 is a ticked box. */
import { inlineStyle } from "./inline-style";

const SYMBOL_FONT = /^["']?(?:wingdings|webdings|symbol\b|zapf ?dingbats|marlett)/;
/** What such a font draws otherwise; Chinese characters it hasn't, so another font shows them. */
const REDRAWN = /[!-~\u00a1-\u00ff\uf000-\uf0ff]/;

/** Whether an element's words stand in such a font; undefined where it names no font. */
export function isSymbolFont(element: Element): boolean | undefined {
  const style = inlineStyle(element);
  const face = element.localName === "font" ? element.getAttribute("face") : null;
  const family =
    style.get("mso-symbol-font-family") ?? style.get("font-family") ?? face?.trim().toLowerCase();
  return family === undefined ? undefined : SYMBOL_FONT.test(family);
}

/** Whether such a font would show something else. */
export function hasRedrawn(text: string): boolean {
  return REDRAWN.test(text);
}
