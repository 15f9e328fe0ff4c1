/** Only so much work for one person at a time; the rest of the office would wait behind it. */
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";

/**
 * Throws `too-many-requests` while `most` pieces of work are under way for the person. Those of one name, which
 * whoever does them makes in one, count once.
 */
export function createTurns(most: number) {
  const underWay = new Map<PersonId, Map<string | symbol, number>>();
  return async <Result>(person: PersonId, work: () => Promise<Result>, name?: string): Promise<Result> => {
    const own = underWay.get(person) ?? new Map<string | symbol, number>();
    const piece = name ?? Symbol("a piece of its own");
    const same = own.get(piece) ?? 0;
    if (same === 0 && own.size >= most)
      throw new AppError("too-many-requests", "more than one's share at once");
    underWay.set(person, own.set(piece, same + 1));
    try {
      return await work();
    } finally {
      const left = (own.get(piece) ?? 1) - 1;
      if (left > 0) own.set(piece, left);
      else own.delete(piece);
      if (own.size === 0) underWay.delete(person);
    }
  };
}
