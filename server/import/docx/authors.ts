/** The people that a file names in comments and revisions, and the times it gives. */
import type { ImportedAuthor } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { oneLine } from "@/core/one-line";
import { epochOf } from "@/core/time-zone";
import type { XmlElement } from "../package/xml-elements";

const WALL_CLOCK = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?/;

export class Authors {
  readonly #byName = new Map<string, ImportedAuthor>();
  readonly #timeZone: string | undefined;

  /** `timeZone`: by whose clock the file tells times; the server's when left out. */
  constructor(timeZone?: string) {
    this.#timeZone = timeZone;
  }

  /** The key of whoever has this name. */
  keyOf(given: string | undefined): string {
    const name = oneLine(given ?? "", LIMITS.nameCharacters);
    const known = this.#byName.get(name);
    if (known !== undefined) return known.key;
    const author = { key: newId(), name };
    this.#byName.set(name, author);
    return author.key;
  }

  /**
   * When a comment or a revision was made, epoch milliseconds; null when it has no time. Word writes the time that the
   * clock on the wall showed, with a Z that means nothing; newer ones add the true time.
   */
  timeOf({ attributes }: XmlElement): number | null {
    const utc = Date.parse(attributes["w16du:dateUtc"] ?? "");
    if (utc >= 0) return utc;
    const found = WALL_CLOCK.exec(attributes["w:date"] ?? "");
    if (found === null) return null;
    const local = epochOf(`${found[1]}${found[2] ?? ":00"}`, this.#timeZone);
    return local >= 0 ? local : null;
  }

  list(): ImportedAuthor[] {
    return [...this.#byName.values()];
  }
}
