/**
 * The styles of an .odt as Word's: named ones become styles, automatic ones, which stand for what somebody chose for
 * one paragraph or a few words, become properties of those.
 */
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { type FontFamilies, runProperties, unquoted } from "./text-looks";
import { property, word } from "./word-markup";

export interface LineProperties {
  /** Of the paragraph, its style's name first. */
  readonly paragraph: readonly XmlElement[];
  /** Of all runs in it. */
  readonly runs: readonly XmlElement[];
  /** The list that its style names. */
  readonly list: string | undefined;
}

/** A style that is based on itself would never end. */
const DEEPEST = 30;
/** Every link has its looks, and is told as one. */
const LINK = /^(?:visited )?internet link$/;
/** Names that Word has others for. */
const NAMES: Readonly<Record<string, string>> = { quotations: "quote", "contents heading": "toc heading" };

export class OdtStyles {
  readonly #named: readonly XmlElement[];
  readonly #isNamed: ReadonlySet<XmlElement>;
  readonly #byName = new Map<string, XmlElement>();
  readonly #defaults: XmlElement | undefined;
  readonly #families: FontFamilies;

  /** `content`, `styles`: the roots of content.xml and styles.xml. */
  constructor(content: XmlElement, styles: XmlElement | undefined) {
    this.#named = childrenOf(childOf(styles, "office:styles"), "style:style");
    this.#isNamed = new Set(this.#named);
    const automatic = childrenOf(childOf(content, "office:automatic-styles"), "style:style");
    for (const style of [...this.#named, ...automatic]) this.#byName.set(keyOf(style), style);
    this.#defaults = childrenOf(childOf(styles, "office:styles"), "style:default-style").find(
      ({ attributes }) => attributes["style:family"] === "paragraph",
    );
    const faces = [styles, content].flatMap((root) =>
      childrenOf(childOf(root, "office:font-face-decls"), "style:font-face"),
    );
    this.#families = new Map(
      faces.map(({ attributes }) => [
        attributes["style:name"] ?? "",
        unquoted(attributes["svg:font-family"]) ?? "",
      ]),
    );
  }

  /** styles.xml as Word has it. */
  get root(): XmlElement {
    const styles = this.#named
      .filter(({ attributes }) => attributes["style:family"] === "paragraph")
      .map((style) => {
        const { "style:name": id = "", "style:parent-style-name": parent } = style.attributes;
        return word(
          "style",
          { "w:type": "paragraph", "w:styleId": id, ...(id === "Standard" ? { "w:default": "1" } : {}) },
          [
            property("name", wordName(style)),
            ...(parent === undefined ? [] : [property("basedOn", parent)]),
            word("pPr", {}, paragraphProperties(style)),
            word("rPr", {}, runProperties(style, this.#families)),
          ],
        );
      });
    const defaults = word("rPr", {}, runProperties(this.#defaults, this.#families));
    return word("styles", {}, [word("docDefaults", {}, [word("rPrDefault", {}, [defaults])]), ...styles]);
  }

  lineProperties(style: string | undefined): LineProperties {
    const chain = this.#chain("paragraph", style);
    const named = chain.findIndex((each) => this.#isNamed.has(each));
    const own = named < 0 ? chain : chain.slice(0, named);
    const id = chain[named]?.attributes["style:name"];
    const lists = chain.map(({ attributes }) => attributes["style:list-style-name"]);
    return {
      paragraph: [...(id === undefined ? [] : [property("pStyle", id)]), ...own.flatMap(paragraphProperties)],
      runs: own.flatMap((each) => runProperties(each, this.#families)),
      list: lists.find((list) => list !== undefined && list !== ""),
    };
  }

  /** Of words in spans of these styles, the innermost first. */
  spanProperties(styles: readonly string[]): readonly XmlElement[] {
    return styles
      .flatMap((style) => this.#chain("text", style))
      .filter((style) => !LINK.test(nameOf(style)))
      .flatMap((style) => runProperties(style, this.#families));
  }

  #chain(family: string, name: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next = name; next !== undefined && chain.length < DEEPEST; ) {
      const style = this.#byName.get(`${family} ${next}`);
      if (style === undefined) break;
      chain.push(style);
      next = style.attributes["style:parent-style-name"];
    }
    return chain;
  }
}

const keyOf = ({ attributes }: XmlElement): string =>
  `${attributes["style:family"] ?? ""} ${attributes["style:name"] ?? ""}`;

function paragraphProperties(style: XmlElement): XmlElement[] {
  const attributes = childOf(style, "style:paragraph-properties")?.attributes ?? {};
  const alignment = attributes["fo:text-align"];
  const indents = Object.entries(INDENTS).flatMap(([name, to]): [string, string][] => {
    const twips = twipsOf(attributes[name]);
    return twips === null ? [] : [[to, String(twips)]];
  });
  return [
    ...(alignment === undefined ? [] : [property("jc", alignment)]),
    ...(indents.length === 0 ? [] : [word("ind", Object.fromEntries(indents))]),
  ];
}

const INDENTS = {
  "fo:margin-left": "w:left",
  "fo:margin-right": "w:right",
  "fo:text-indent": "w:firstLine",
} as const;
const TWIPS: Readonly<Record<string, number>> = { pt: 20, pc: 240, in: 1440, cm: 567, mm: 56.7 };

/** Null for what is no length of its own, such as a part of the parent's. */
function twipsOf(length: string | undefined): number | null {
  const [, number, unit] = /^(-?[\d.]+)(pt|pc|in|cm|mm)$/.exec(length ?? "") ?? [];
  return number === undefined ? null : Math.round(Number(number) * (TWIPS[unit ?? ""] ?? 0));
}

/** As people see it: without one of its own the name in the file, where _20_ is a blank. */
function nameOf({ attributes }: XmlElement): string {
  const own = attributes["style:display-name"] ?? attributes["style:name"] ?? "";
  return own
    .replace(/_([\da-f]{1,4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim()
    .toLowerCase();
}

function wordName(style: XmlElement): string {
  const name = nameOf(style);
  return (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined) ?? name.replace(/^contents (?=\d$)/, "toc ");
}
