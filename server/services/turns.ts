/** Only so much work for one person at a time; the rest of the office would wait behind it. */
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";

/** Throws `too-many-requests` while `most` pieces of work are under way for the person. */
export function createTurns(most: number) {
  const underWay = new Map<PersonId, number>();
  return async <Result>(person: PersonId, work: () => Promise<Result>): Promise<Result> => {
    const others = underWay.get(person) ?? 0;
    if (others >= most) throw new AppError("too-many-requests", "more than one's share at once");
    underWay.set(person, others + 1);
    try {
      return await work();
    } finally {
      const left = (underWay.get(person) ?? 1) - 1;
      if (left === 0) underWay.delete(person);
      else underWay.set(person, left);
    }
  };
}
