/**
 * Which comment an answer was given to, where the program that wrote the file keeps that to itself, as LibreOffice did
 * for long: it puts an answer where the remark stands, on the same words or on the point behind its mark.
 */
import { childrenOf, type XmlElement } from "../package/xml-elements";
import type { Authors } from "./authors";

interface Place {
  readonly number: string;
  /** Characters in front of its words; null for a point. */
  readonly from: number | null;
  /** Characters in front of its mark. */
  readonly at: number;
}

/** Notes down where comments stand, as the text is passed. */
export class CommentPlaces {
  readonly #begun = new Map<string, number>();
  readonly #places: Place[] = [];
  #characters = 0;

  /** `element`: of the text, in its order. */
  pass(element: XmlElement): void {
    const { name, attributes, text, children } = element;
    const number = attributes["w:id"] ?? "";
    if (name === "w:commentRangeStart") this.#begun.set(number, this.#characters);
    else if (name === "w:commentReference") {
      this.#places.push({ number, from: this.#begun.get(number) ?? null, at: this.#characters });
    }
    this.#characters += name === "w:t" || name === "w:delText" ? text.length : 0;
    for (const child of children) this.pass(child);
    if (name === "w:p") this.#characters += 1;
  }

  /** By the number of each answer that of the remark which it was given to: the earliest of those at its place. */
  answered(comments: XmlElement | undefined, authors: Pick<Authors, "timeOf">): ReadonlyMap<string, string> {
    const times = new Map(
      childrenOf(comments, "w:comment").map((comment) => [
        comment.attributes["w:id"] ?? "",
        authors.timeOf(comment) ?? 0,
      ]),
    );
    const timeOfPlace = ({ number }: Place) => times.get(number) ?? 0;
    const remarks = new Map<string, string>();
    for (const together of this.#atOnePlace()) {
      const [first, ...others] = together.toSorted((one, other) => timeOfPlace(one) - timeOfPlace(other));
      for (const { number } of others) if (first !== undefined) remarks.set(number, first.number);
    }
    return remarks;
  }

  #atOnePlace(): Place[][] {
    const places = new Map<string, Place[]>();
    let before: Place | null = null;
    let key = "";
    for (const place of this.#places) {
      // In front of all text several people may speak of the whole.
      const isBehind: boolean = place.from === null && place.at > 0 && before?.at === place.at;
      if (!isBehind) key = place.at > 0 ? `${place.from} ${place.at}` : place.number;
      places.set(key, [...(places.get(key) ?? []), place]);
      before = place;
    }
    return [...places.values()];
  }
}
