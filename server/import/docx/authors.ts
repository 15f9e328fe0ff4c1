/** The people that a file names in comments and revisions, and the times it gives. */
import type { ImportedAuthor } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { oneLine } from "@/core/one-line";
import type { XmlElement } from "../package/xml-elements";

export class Authors {
  readonly #byName = new Map<string, ImportedAuthor>();

  /** The key of whoever has this name. */
  keyOf(given: string | undefined): string {
    const name = oneLine(given ?? "", LIMITS.nameCharacters);
    const known = this.#byName.get(name);
    if (known !== undefined) return known.key;
    const author = { key: newId(), name };
    this.#byName.set(name, author);
    return author.key;
  }

  list(): ImportedAuthor[] {
    return [...this.#byName.values()];
  }
}

const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/;

/**
 * Epoch milliseconds of a comment or a revision; null when it has no time. Word writes the time that the
 * clock on the wall showed, with a Z that means nothing; newer ones add the true time.
 */
export function timeOf({ attributes }: XmlElement): number | null {
  const utc = Date.parse(attributes["w16du:dateUtc"] ?? "");
  if (utc >= 0) return utc;
  const found = WALL_CLOCK.exec(attributes["w:date"] ?? "");
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const local = new Date(year, month - 1, day, hours, minutes, seconds).getTime();
  return local >= 0 ? local : null;
}
