/** A list of an .odt as Word's numbered paragraphs, and the lists in its items as those of the level below. */
import { GOES_ON } from "../docx/style-sheet";
import type { XmlElement } from "../package/xml-elements";
import { type OdtText, type Place, wordBlock } from "./odt-blocks";
import type { OdtLists } from "./odt-lists";
import { property, word } from "./word-markup";

/** Word counts nine. */
const DEEPEST = 8;

export const numbered = (numId: string, level: number): XmlElement =>
  word("numPr", {}, [property("ilvl", level), property("numId", numId)]);

export function wordList(element: XmlElement, text: OdtText, place: Place): XmlElement[] {
  const list = new OdtList(element, { lists: text.lists, around: place.list });
  return element.children.flatMap((item) => {
    if (item.name !== "text:list-item" && item.name !== "text:list-header")
      return wordBlock(item, text, place);
    list.beginItem(item);
    const inItem = { ...place, list, item: (style: string | undefined) => [list.next(style)] };
    return item.children.flatMap((child) => wordBlock(child, text, inItem));
  });
}

/** While its items are read. */
export class OdtList {
  readonly level: number;
  readonly #element: XmlElement;
  readonly #lists: OdtLists;
  #style: string | undefined;
  #numId: string | null = null;
  #start: number | null = null;
  /** Whether the next paragraph is the one that has the item's number. */
  #isFirst = false;

  /** `around`: the list in whose item it stands. */
  constructor(element: XmlElement, { lists, around }: { lists: OdtLists; around: OdtList | null }) {
    this.level = Math.min(DEEPEST, around === null ? 0 : around.level + 1);
    this.#element = element;
    this.#lists = lists;
    this.#style = element.attributes["text:style-name"] ?? (around === null ? undefined : around.#style);
    if (around !== null && this.#style === around.#style) this.#numId = around.#numId;
    else if (this.#style !== undefined) this.#begin(this.#style);
  }

  beginItem({ name, attributes }: XmlElement): void {
    const start = Number(attributes["text:start-value"] ?? Number.NaN);
    this.#start = Number.isInteger(start) && start >= 0 ? start : null;
    this.#isFirst = name === "text:list-item";
  }

  /** What makes the next paragraph one of it; `style`: the list that the paragraph's own style names. */
  next(style: string | undefined): XmlElement {
    if (!this.#isFirst) return GOES_ON;
    this.#isFirst = false;
    this.#style ??= style ?? "";
    const numId = this.#numId ?? this.#begin(this.#style);
    if (this.#start !== null) {
      const start = { level: this.level, number: this.#start };
      this.#numId = this.#lists.begin(this.#style, { goesOn: numId, start });
      this.#start = null;
    }
    return numbered(this.#numId ?? numId, this.level);
  }

  #begin(style: string): string {
    const {
      "xml:id": id,
      "text:continue-list": other,
      "text:continue-numbering": goesOn,
    } = this.#element.attributes;
    const named = other === undefined ? null : this.#lists.named(other);
    const last = named ?? (goesOn === "true" ? this.#lists.lastOf(style) : null);
    this.#numId = this.#lists.begin(style, { goesOn: last, start: null });
    if (id !== undefined) this.#lists.name(id, this.#numId);
    return this.#numId;
  }
}
