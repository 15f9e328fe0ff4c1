/** `npm run check-record`: whether every speech's record still fits together. The server may be running. */
import type { Queries } from "../db/database";
import { readRecord } from "../services/record-rows";

export interface BrokenRecord {
  readonly speechId: string;
  /** The first entry that doesn't fit. */
  readonly entry: number;
}

export interface CheckedRecords {
  readonly speeches: number;
  readonly entries: number;
  readonly broken: readonly BrokenRecord[];
}

export async function checkRecords(queries: Queries): Promise<CheckedRecords> {
  const speeches = await queries.selectFrom("speeches").select("id").execute();
  const broken: BrokenRecord[] = [];
  let entries = 0;
  for (const { id: speechId } of speeches) {
    const record = await readRecord(queries, speechId);
    entries += record.entries.length;
    if (record.brokenAt !== null) broken.push({ speechId, entry: record.brokenAt });
  }
  return { speeches: speeches.length, entries, broken };
}

/** The outcome in words, one speech a line. */
export function reportOf({ speeches, entries, broken }: CheckedRecords): string {
  const counted = `${entries} entries on the records of ${speeches} speeches`;
  if (broken.length === 0) return `${counted}: all fit together.\n`;
  const lines = broken.map(
    ({ speechId, entry }) => `${speechId}: from entry ${entry} it was changed or cut.`,
  );
  return `${counted}: ${broken.length} broken.\n${lines.join("\n")}\n`;
}
