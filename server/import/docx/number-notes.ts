/** Numbers that Word counts and that stand here in another form: ① as 1., once per list. */
import { listNumber } from "@/core/text/list-marker";
import type { Findings } from "../findings";
import type { LinePlace } from "./line";

/** A number that Word writes in front of a paragraph, and what is printed there instead. */
export interface NumberChange {
  readonly list: ListPlace;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

export class NumberNotes {
  readonly #add: Findings["add"];
  readonly #told = new Set<string>();

  constructor(add: Findings["add"]) {
    this.#add = add;
  }

  note({ list, from, to, words }: NumberChange): void {
    const key = `${list.numId}.${list.level}`;
    if (plain(from) === plain(to) || this.#told.has(key)) return;
    this.#told.add(key);
    this.#add("renumbered", `${from} → ${to} ${words}`);
  }

  /** An item of a list; `label` as in SourceLine. */
  noteItem(place: LinePlace, label: string | null, words: string): void {
    if (place.in !== "item" || !place.isFirst || label === null) return;
    const { list, format, number } = place;
    this.note({ list, from: label, to: `${listNumber(format.type, number)}.`, words });
  }
}

/** The width of signs and blanks are the type's, and a stop behind a number is none of its form. */
const plain = (number: string): string =>
  number
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s|[.、]$/g, "");
