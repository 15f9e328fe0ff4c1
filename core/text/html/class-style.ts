/**
 * Looks that a page gives by classes, as Google Docs and many editors do: rules of one class (`.c1`, `p.c1`) in the
 * page's own style sheets. Rules of any other kind are left alone.
 */
import { type CssBlock, cssBlocks } from "./css-blocks";
import { declarations } from "./declarations";

/** What is read of style attributes too. Word's own properties aren't given by class. */
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    "font-weight font-style font-family text-decoration text-decoration-line color background background-color " +
    "vertical-align text-align display visibility white-space list-style-type"
  ).split(" "),
);
const ONE_CLASS = /^([a-z][\w-]*)?\.([^\s.#:>+~[\]*\\]+)$/i;
/** Word's are known by their names; what they look like says nothing more. */
const WORD_CLASS = /^mso/i;
/** They take what is around the element, or what no reader of one rule knows. */
const RELATIVE = /^(?:inherit|unset|revert|revert-layer)$|\b(?:var|calc|env)\(/;
/** Of all sheets of a page. More is a site's, which says little of a text, or was written to keep us busy. */
const MOST_CHARACTERS = 300_000;
const MOST_CLASSES = 20;
/** A rule that names the tag too goes before any that doesn't. */
const WITH_TAG = 1_000_000;

interface Declared {
  readonly value: string;
  readonly rank: number;
}

/** By selector, then by property. */
type Rules = ReadonlyMap<string, ReadonlyMap<string, Declared>>;
type Style = ReadonlyMap<string, string>;

interface Sheet {
  readonly rules: Rules;
  /** Found so far, by tag and classes: each element is asked for its style many times. */
  readonly styles: Map<string, Style>;
}

const sheetsOfPages = new WeakMap<Document, Sheet>();
const NONE: Style = new Map();

/** What an element's classes declare, by property. */
export function classStyle(element: Element): Style {
  const names = element.getAttribute("class");
  if (names === null) return NONE;
  const { rules, styles } = sheetOf(element.ownerDocument);
  if (rules.size === 0) return NONE;
  const key = `${element.localName} ${names}`;
  const style = styles.get(key) ?? styleIn(rules, element.localName, names);
  styles.set(key, style);
  return style;
}

function styleIn(rules: Rules, tag: string, names: string): Style {
  const found = new Map<string, Declared>();
  for (const name of names.trim().split(/\s+/, MOST_CLASSES)) {
    for (const selector of [`.${name}`, `${tag}.${name}`]) {
      for (const [property, declared] of rules.get(selector) ?? []) {
        if ((found.get(property)?.rank ?? -1) < declared.rank) found.set(property, declared);
      }
    }
  }
  return new Map([...found].map(([property, { value }]) => [property, value]));
}

function sheetOf(page: Document): Sheet {
  const sheet = sheetsOfPages.get(page) ?? { rules: rulesOf(cssBlocks(cssOf(page))), styles: new Map() };
  sheetsOfPages.set(page, sheet);
  return sheet;
}

function cssOf(page: Document): string {
  const sheets = [...page.querySelectorAll("style")].filter(
    (sheet) =>
      /^\s*(?:all|screen)?\s*$/i.test(sheet.getAttribute("media") ?? "") &&
      sheet.closest("noscript, template, svg") === null,
  );
  let left = MOST_CHARACTERS;
  const texts = sheets.map((sheet) => {
    const text = (sheet.textContent ?? "").slice(0, left);
    left -= text.length;
    return text;
  });
  return texts.join("\n");
}

function rulesOf(blocks: readonly CssBlock[]): Rules {
  const shown = shownClasses(blocks);
  const rules = new Map<string, Map<string, Declared>>();
  for (const [order, { selector, body, isNested }] of blocks.entries()) {
    if (isNested || !selector.includes(".")) continue;
    const declared = [...declarations(body)].filter(
      ([property, value]) => PROPERTIES.has(property) && !RELATIVE.test(value),
    );
    for (const one of declared.length === 0 ? [] : selector.split(",")) {
      const [, tag, name = ""] = ONE_CLASS.exec(one.trim()) ?? [];
      if (name === "" || WORD_CLASS.test(name)) continue;
      const key = `${tag?.toLowerCase() ?? ""}.${name}`;
      const rule = rules.get(key) ?? new Map<string, Declared>();
      rules.set(key, rule);
      for (const [property, value] of declared) {
        if (hides(property, value) && shown.has(name)) continue;
        rule.set(property, { value, rank: order + (tag === undefined ? 0 : WITH_TAG) });
      }
    }
  }
  return rules;
}

const hides = (property: string, value: string): boolean =>
  (property === "display" && value === "none") || (property === "visibility" && value === "hidden");

/**
 * Classes whose elements some rule shows, in whatever case (`.tab.open`, a narrow screen): whether they are hidden
 * isn't known, and no text goes away on a guess.
 */
function shownClasses(blocks: readonly CssBlock[]): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { selector, body } of blocks) {
    if (!/display|visibility/i.test(body)) continue;
    const declared = declarations(body);
    const [display = "none", visibility = "hidden"] = [declared.get("display"), declared.get("visibility")];
    if (display === "none" && visibility === "hidden") continue;
    for (const [, name = ""] of selector.matchAll(/\.([^\s.#:>+~[\]*\\,]+)/g)) shown.add(name);
  }
  return shown;
}
