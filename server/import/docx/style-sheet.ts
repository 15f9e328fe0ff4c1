/** styles.xml: what a paragraph is and looks like by its style, those that the style is based on included. */
import type { Raising } from "@/core/text/raised";
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { indentsOf } from "./indents";
import type { LineStyle, Looks, Piece, StyleRole } from "./source";

/** Built-in names as Word and WPS write them whatever their language is, and the ones of our own export. */
const ROLES: Readonly<Record<string, StyleRole>> = {
  title: "title",
  标题: "title",
  subtitle: "subtitle",
  副标题: "subtitle",
  讲话人: "byline",
  讲话日期: "dateLine",
  称谓: "salutation",
  quote: "quotation",
  "intense quote": "quotation",
  "block text": "quotation",
  引用: "quotation",
  明显引用: "quotation",
  "toc heading": "contents",
  "table of figures": "contents",
  "list paragraph": "listText",
  表格文字: "tableText",
  表格表头: "tableText",
  下页首句: "pageFoot",
  接上页: "pageRest",
  接上页另行: "pageRestLine",
};
const CONTENTS = /^(?:toc|目录) ?\d$/;
const HEADING = /^(?:heading|标题) ?([1-9])$/;
/** By name, since Word, WPS and LibreOffice give styles other ids when they save a file. */
const OWN_STYLES = ["讲话人", "称谓"];
/** w:jc of ECMA-376, in its transitional and its strict words. */
const ALIGNMENTS: Readonly<Record<string, LineStyle["alignment"]>> = {
  center: "center",
  right: "right",
  end: "right",
};
/** Every link has its looks, and is told as one. */
const LINK = /^(?:followed ?)?(?:hyperlink|internet link)$|^(?:已访问的)?超链接$/;
/** Among the properties of a paragraph that goes on in the item above. Word has no such thing, and so no .docx a name. */
export const GOES_ON: XmlElement = { name: "item:goesOn", attributes: {}, children: [], text: "" };
/** A style that is based on itself would never end. */
const DEEPEST = 30;

export class StyleSheet {
  readonly #styles = new Map<string, XmlElement>();
  readonly #defaults: XmlElement | undefined;
  #ordinary: string | undefined;
  /** Our own export names every kind of line by a style: nothing has to be guessed. */
  readonly namesEverything: boolean;
  /** Whether such a file is as we wrote it, or another program saved it since. */
  readonly isAsWritten: boolean;

  constructor(root: XmlElement | undefined) {
    this.#defaults = childOf(root, "w:docDefaults", "w:rPrDefault", "w:rPr");
    for (const style of childrenOf(root, "w:style")) {
      const id = style.attributes["w:styleId"] ?? "";
      this.#styles.set(id, style);
      const isParagraph = style.attributes["w:type"] === "paragraph";
      if (isParagraph && isOn(style.attributes["w:default"] ?? "0")) this.#ordinary ??= id;
    }
    const names = new Set([...this.#styles.values()].map(nameOf));
    this.namesEverything = OWN_STYLES.every((name) => names.has(name));
    this.isAsWritten = this.#styles.has("SpeechSalutation") && this.#styles.has("SpeechByline");
  }

  /** What all text has between its characters, in twips. */
  get letterSpacing(): number {
    const layers = this.#chain(this.#ordinary).map((style) => childOf(style, "w:rPr"));
    const spacing = Number(firstValue([...layers, this.#defaults], "w:spacing") ?? 0);
    return Number.isFinite(spacing) ? spacing : 0;
  }

  /** Of a paragraph with these properties. */
  lineStyle(properties: XmlElement | undefined): LineStyle {
    const id = propertyOf(properties, "w:pStyle") ?? this.#ordinary;
    const chain = this.#chain(id);
    const layers = [properties, ...chain.map((style) => childOf(style, "w:pPr"))];
    const runs = [...chain.map((style) => childOf(style, "w:rPr")), this.#defaults];
    const outline = this.#outline(chain, layers);
    return {
      role: childOf(properties, GOES_ON.name) === undefined ? this.#role(chain) : "itemText",
      outline,
      list: listOf(layers),
      alignment: ALIGNMENTS[firstValue(layers, "w:jc") ?? ""] ?? null,
      // What all text has is the layout's.
      indents: indentsOf([properties, ...this.#special(chain).map((style) => childOf(style, "w:pPr"))]),
      looks: { bold: firstFlag(runs, "w:b") ?? false, italic: firstFlag(runs, "w:i") ?? false },
      font: fontOf(runs),
      size: sizeOf(runs),
      hidden: firstFlag(runs, "w:vanish") ?? false,
      raising: raisingOf(runs) ?? null,
    };
  }

  /** Of a run with these properties; `line`: the style of its paragraph. */
  runStyle(
    properties: XmlElement | undefined,
    line: LineStyle,
  ): Pick<LineStyle, "looks" | "font" | "size" | "hidden" | "raising"> & Pick<Piece, "hasOwnBold"> {
    const own = this.#chain(propertyOf(properties, "w:rStyle")).map((style) => childOf(style, "w:rPr"));
    const layers = [properties, ...own];
    const ownBold = firstFlag(layers, "w:b");
    const looks: Looks = {
      bold: ownBold ?? line.looks.bold,
      italic: firstFlag(layers, "w:i") ?? line.looks.italic,
    };
    return {
      looks,
      hasOwnBold: ownBold !== null,
      font: fontOf(layers) ?? line.font,
      size: sizeOf(layers) ?? line.size,
      hidden: firstFlag(layers, "w:vanish") ?? line.hidden,
      raising: raisingOf(layers) ?? line.raising,
    };
  }

  /**
   * Whether a run has looks that the schema has no mark for, by itself or by its styles; `paragraph` and `line`: the
   * properties of its paragraph and what they come to. What the style of a heading or of all text gives is the
   * layout's, unless it strikes words. Raised words are told where they are read, if they can't be written so.
   */
  isFormatted(
    properties: XmlElement | undefined,
    paragraph: XmlElement | undefined,
    line: LineStyle,
  ): boolean {
    const looksOf = (styles: readonly XmlElement[]) => styles.map((style) => childOf(style, "w:rPr"));
    const own = this.#chain(propertyOf(properties, "w:rStyle")).filter((style) => !LINK.test(nameOf(style)));
    const chain = this.#chain(propertyOf(paragraph, "w:pStyle") ?? this.#ordinary);
    const isText = line.role === null && line.outline === null;
    const special = isText ? this.#special(chain) : [];
    const layers = [properties, ...looksOf(own)];
    return isAdorned([...layers, ...looksOf(special)]) || hasOne([...layers, ...looksOf(chain)], STRUCK);
  }

  /** Those that aren't all text's. */
  #special(chain: readonly XmlElement[]): XmlElement[] {
    return chain.filter(({ attributes }) => attributes["w:styleId"] !== this.#ordinary);
  }

  /** The w:numId of a style of lists. */
  listOf(id: string): string | undefined {
    return listOf(this.#chain(id).map((style) => childOf(style, "w:pPr")))?.numId;
  }

  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next = id; next !== undefined && chain.length < DEEPEST; ) {
      const style = this.#styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = propertyOf(style, "w:basedOn");
    }
    return chain;
  }

  #outline(chain: readonly XmlElement[], layers: readonly (XmlElement | undefined)[]): number | null {
    const level = Number(firstValue(layers, "w:outlineLvl") ?? Number.NaN);
    // 9 is text.
    if (Number.isInteger(level) && level >= 0) return level < 9 ? level : null;
    const named = chain.map((style) => HEADING.exec(nameOf(style))?.[1]).find((found) => found !== undefined);
    return named === undefined ? null : Number(named) - 1;
  }

  #role(chain: readonly XmlElement[]): StyleRole | null {
    for (const style of chain) {
      const name = nameOf(style);
      if (CONTENTS.test(name)) return "contents";
      const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
      if (role !== undefined) return role;
    }
    return null;
  }
}

const nameOf = (style: XmlElement): string => (propertyOf(style, "w:name") ?? "").trim().toLowerCase();

/** The w:val of a property. */
export function propertyOf(properties: XmlElement | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attributes["w:val"];
}

const isOn = (value: string): boolean => !["0", "false", "off", "none"].includes(value);

/** Of a run by its own properties alone. */
export const ownRaising = (properties: XmlElement | undefined): Raising | null =>
  raisingOf([properties]) ?? null;

/** Of a property that is on or off; null when it isn't there. */
export function flagOf(properties: XmlElement | undefined, name: string): boolean | null {
  const property = childOf(properties, name);
  return property === undefined ? null : isOn(property.attributes["w:val"] ?? "1");
}

type Layers = readonly (XmlElement | undefined)[];

function firstFlag(layers: Layers, name: string): boolean | null {
  return layers.map((layer) => flagOf(layer, name)).find((flag) => flag !== null) ?? null;
}

function firstValue(layers: Layers, name: string): string | undefined {
  return layers.map((layer) => propertyOf(layer, name)).find((value) => value !== undefined);
}

function fontOf(layers: Layers): string | null {
  const fonts = layers.map((layer) => childOf(layer, "w:rFonts")?.attributes["w:eastAsia"]);
  return fonts.find((font) => font !== undefined) ?? null;
}

function sizeOf(layers: Layers): number | null {
  const size = Number(firstValue(layers, "w:sz") ?? Number.NaN);
  return Number.isFinite(size) ? size : null;
}

/** Null for what is put back on the line; undefined where nothing is said. */
function raisingOf(layers: Layers): Raising | null | undefined {
  const value = firstValue(layers, "w:vertAlign");
  return value === undefined ? undefined : (RAISINGS[value] ?? null);
}

const RAISINGS: Readonly<Record<string, Raising>> = { superscript: "super", subscript: "sub" };

/** The paragraph's own number before its style's; numId 0 takes a style's number off. */
function listOf(layers: Layers): LineStyle["list"] {
  const found = layers.map((layer) => childOf(layer, "w:numPr"));
  const numId = found.map((list) => propertyOf(list, "w:numId")).find((value) => value !== undefined);
  if (numId === undefined || numId === "0") return null;
  const level = Number(
    found.map((list) => propertyOf(list, "w:ilvl")).find((value) => value !== undefined) ?? 0,
  );
  return { numId, level: Number.isInteger(level) && level >= 0 ? Math.min(level, 8) : 0 };
}

const STRUCK = ["w:strike", "w:dstrike"];
const ADORNED = [...STRUCK, "w:u", "w:highlight", "w:caps", "w:smallCaps", "w:outline", "w:emboss"];

/** Looks that the schema has no mark for. Fonts and sizes are the layout's and no loss. */
function isAdorned(layers: Layers): boolean {
  const value = (name: string) => firstValue(layers, name);
  const isColoured = !["auto", "000000"].includes(value("w:color") ?? "auto");
  const isDotted = (value("w:em") ?? "none") !== "none";
  const isBoxed = !["none", "nil"].includes(value("w:bdr") ?? "none");
  return hasOne(layers, ADORNED) || isColoured || isDotted || isBoxed;
}

const hasOne = (layers: Layers, names: readonly string[]): boolean =>
  names.some((name) => firstFlag(layers, name) === true);
