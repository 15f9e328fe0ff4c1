/** The size of type that each speaker's reading copies were last made in. */
import { FIRST_READING_SIZE, isReadingSize, type ReadingSize } from "@/core/paper/reading-copy";
import type { Queries } from "../db/database";

export async function readReadingSize(queries: Queries, speaker: string): Promise<ReadingSize> {
  const row = await queries
    .selectFrom("reading_copies")
    .select("size")
    .where("speaker", "=", speaker)
    .executeTakeFirst();
  return isReadingSize(row?.size) ? row.size : FIRST_READING_SIZE;
}

/** A speech that names no speaker leaves nothing to remember it by. */
export async function keepReadingSize(queries: Queries, speaker: string, size: ReadingSize): Promise<void> {
  if (speaker === "") return;
  await queries
    .insertInto("reading_copies")
    .values({ speaker, size })
    .onConflict((conflict) => conflict.column("speaker").doUpdateSet({ size }))
    .execute();
}
