/** `npm run check-record`: whether every speech's record still fits together. The server may be running. */
import type { Queries } from "../db/database";
import { readRecord } from "../services/record-rows";
import type { SealedHeads } from "./record-seal";

export interface BrokenRecord {
  readonly speechId: string;
  /** The first entry that doesn't fit; of what doesn't fit a seal, the one that was sealed. */
  readonly entry: number;
  readonly since: "written" | "sealed";
}

export interface CheckedRecords {
  readonly speeches: number;
  readonly entries: number;
  readonly broken: readonly BrokenRecord[];
  /** To be sealed. */
  readonly heads: SealedHeads;
}

/** `sealed`: what an earlier check found, kept outside the database. */
export async function checkRecords(queries: Queries, sealed: SealedHeads = {}): Promise<CheckedRecords> {
  const speeches = await queries.selectFrom("speeches").select("id").execute();
  const broken: BrokenRecord[] = [];
  const heads: Record<string, SealedHeads[string]> = {};
  let entries = 0;
  for (const { id: speechId } of speeches) {
    const record = await readRecord(queries, speechId);
    entries += record.entries.length;
    heads[speechId] = { entries: record.entries.length, hash: record.entries.at(-1)?.hash ?? "" };
    const before = sealed[speechId];
    if (record.brokenAt !== null) broken.push({ speechId, entry: record.brokenAt, since: "written" });
    else if (before !== undefined && (record.entries[before.entries - 1]?.hash ?? "") !== before.hash) {
      broken.push({ speechId, entry: before.entries, since: "sealed" });
    }
  }
  // A speech is never deleted: one that is gone took its record along.
  for (const [speechId, { entries: entry }] of Object.entries(sealed)) {
    if (heads[speechId] === undefined) broken.push({ speechId, entry, since: "sealed" });
  }
  return { speeches: speeches.length, entries, broken, heads };
}

/** The outcome in words, one speech a line. */
export function reportOf({ speeches, entries, broken }: CheckedRecords): string {
  const counted = `${entries} entries on the records of ${speeches} speeches`;
  if (broken.length === 0) return `${counted}: all fit together.\n`;
  const lines = broken.map(({ speechId, entry, since }) =>
    since === "written"
      ? `${speechId}: from entry ${entry} it was changed or cut.`
      : `${speechId}: up to entry ${entry} it isn't what was sealed.`,
  );
  return `${counted}: ${broken.length} broken.\n${lines.join("\n")}\n`;
}
