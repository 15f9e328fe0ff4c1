import type { Database, Queries } from "../db/database";

/**
 * One transaction that may take rights away, and `judgeAnew` of what it came to: also where it fails as it is committed.
 * The answer may have been lost on the way and the right be gone, and who is judged anew for nothing comes back.
 */
export async function withdrawing<Result>(
  database: Pick<Database, "transaction">,
  change: (queries: Queries) => Promise<Result>,
  judgeAnew: (result: Result) => void,
): Promise<Result> {
  const written: Result[] = [];
  try {
    return await database.transaction(async (queries) => {
      const result = await change(queries);
      written.push(result);
      return result;
    });
  } finally {
    for (const result of written) judgeAnew(result);
  }
}
