/** style:text-properties (ISO/IEC 26300-1, 20.2) as properties of Word's runs. */
import { childOf, type XmlElement } from "../package/xml-elements";
import { property, word } from "./word-markup";

/** Families of fonts by the names that styles give them. */
export type FontFamilies = ReadonlyMap<string, string>;

export function runProperties(style: XmlElement | undefined, families: FontFamilies): XmlElement[] {
  const attributes = childOf(style, "style:text-properties")?.attributes ?? {};
  const first = (...names: string[]) => names.map((name) => attributes[name]).find((each) => each != null);
  const made: XmlElement[] = [];
  const add = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) made.push(property(name, value));
  };
  const isOther = (than: string, ...names: string[]) => {
    const value = first(...names);
    return value === undefined ? undefined : value !== than;
  };
  // Chinese text has the Asian properties; who writes no others means them for all.
  const weight = first("style:font-weight-asian", "fo:font-weight");
  add("b", weight === undefined ? undefined : weight === "bold" || Number(weight) >= 600);
  add("i", isOther("normal", "style:font-style-asian", "fo:font-style"));
  const underline = isOther("none", "style:text-underline-style");
  add("u", underline === undefined ? undefined : underline ? "single" : "none");
  add("strike", isOther("none", "style:text-line-through-style", "style:text-line-through-type"));
  const colour = first("fo:color")?.replace("#", "");
  add("color", attributes["style:use-window-font-color"] === "true" ? "auto" : colour);
  const isMarked = isOther("transparent", "fo:background-color");
  add("highlight", isMarked === undefined ? undefined : isMarked ? "yellow" : "none");
  add("vertAlign", raisingOf(attributes["style:text-position"]));
  add("vanish", first("text:display") === undefined ? undefined : attributes["text:display"] === "none");
  add("em", isOther("none", "style:text-emphasize") === true ? "dot" : first("style:text-emphasize"));
  add("smallCaps", isOther("normal", "fo:font-variant"));
  const transform = first("fo:text-transform");
  add("caps", transform === undefined ? undefined : transform === "uppercase");
  add("outline", isOther("false", "style:text-outline"));
  add("emboss", isOther("none", "style:font-relief"));
  add("sz", halfPoints(first("style:font-size-asian", "fo:font-size")));
  const family = (names: readonly string[]) => {
    const [named, given] = names.map((name) => attributes[name]);
    return unquoted(given ?? families.get(named ?? "") ?? named);
  };
  const asian = family(["style:font-name-asian", "style:font-family-asian"]);
  const western = family(["style:font-name", "fo:font-family"]);
  const fonts = { "w:eastAsia": asian ?? "", "w:ascii": western ?? "" };
  const named = Object.entries(fonts).filter(([, font]) => font !== "");
  if (named.length > 0) made.push(word("rFonts", Object.fromEntries(named)));
  return made;
}

/** super, sub or a distance in per cent, and the size behind it. */
function raisingOf(position: string | undefined): string | undefined {
  if (position === undefined) return undefined;
  const [distance = ""] = position.trim().split(/\s+/);
  if (distance === "super" || Number.parseFloat(distance) > 0) return "superscript";
  return distance === "sub" || Number.parseFloat(distance) < 0 ? "subscript" : "baseline";
}

function halfPoints(size: string | undefined): number | undefined {
  const points = /^([\d.]+)pt$/.exec(size ?? "")?.[1];
  return points === undefined ? undefined : Math.round(Number(points) * 2);
}

export const unquoted = (font: string | undefined): string | undefined => font?.replace(/^['"]|['"]$/g, "");
