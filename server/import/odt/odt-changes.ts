/** The register of tracked changes in front of the text (ISO/IEC 26300-1, 5.5), and which insertions are open. */
import { childOf, type XmlElement } from "../package/xml-elements";
import { word, wordsOf } from "./word-markup";

/** Who and when, as Word's elements for revisions and comments say it. */
export type Signature = XmlElement["attributes"];

export interface OdtDeletion {
  readonly by: Signature;
  /** Who had proposed what is struck here; null for text that was there. */
  readonly insertedBy: Signature | null;
  readonly content: readonly XmlElement[];
}

const HAS_ZONE = /(?:Z|[+-]\d\d:?\d\d)$/;

/** `element`: an annotation or what is known of a change. */
export function signatureOf(element: XmlElement | undefined): Signature {
  const [creator, date] = ["dc:creator", "dc:date"].map((name) => childOf(element, name));
  const at = date === undefined ? "" : wordsOf(date).trim();
  return {
    "w:author": creator === undefined ? "" : wordsOf(creator),
    // Without a zone it is what the clock on the wall showed.
    [HAS_ZONE.test(at) ? "w16du:dateUtc" : "w:date"]: at,
  };
}

export class OdtChanges {
  readonly #regions = new Map<string, XmlElement>();
  #open = new Map<string, Signature>();

  /** `tracked`: the text:tracked-changes. */
  constructor(tracked: XmlElement | undefined) {
    for (const region of tracked?.children ?? []) {
      const id = region.attributes["xml:id"] ?? region.attributes["text:id"];
      if (id !== undefined) this.#regions.set(id, region);
    }
  }

  /** A mark where an insertion begins; anything else that begins there is a change of looks, which isn't read. */
  begin(id: string): "insertion" | "other" {
    const insertion = childOf(this.#regions.get(id), "text:insertion");
    if (insertion === undefined) return "other";
    this.#open.set(id, signatureOf(childOf(insertion, "office:change-info")));
    return "insertion";
  }

  end(id: string): void {
    this.#open.delete(id);
  }

  /** Who inserted what is being read; null where it was there. */
  get insertedBy(): Signature | null {
    return [...this.#open.values()].at(-1) ?? null;
  }

  /** What was struck at a mark. */
  deletion(id: string): OdtDeletion | null {
    const region = this.#regions.get(id);
    const deletion = childOf(region, "text:deletion");
    if (deletion === undefined) return null;
    const insertion = childOf(region, "text:insertion");
    return {
      by: signatureOf(childOf(deletion, "office:change-info")),
      insertedBy: insertion === undefined ? null : signatureOf(childOf(insertion, "office:change-info")),
      content: deletion.children.filter(({ name }) => name !== "office:change-info"),
    };
  }

  /** What stands in a deletion belongs to no insertion around its mark. */
  aside<T>(read: () => T): T {
    const open = this.#open;
    this.#open = new Map();
    try {
      return read();
    } finally {
      this.#open = open;
    }
  }
}

/** Stands for a change that can't be a suggestion: Word's own of that kind is told. */
export const OTHER_CHANGE: XmlElement = word("r", {}, [word("rPr", {}, [word("rPrChange")])]);
