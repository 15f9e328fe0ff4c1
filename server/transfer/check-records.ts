/**
 * `npm run check-record`: whether every speech's record still fits together, and with the texts and answers that it
 * names. The server may be running.
 */
import type { SpeechRecord } from "@/core/record";
import type { Queries } from "../db/database";
import { readRecord } from "../services/record-rows";
import { faultyTexts } from "./check-kept-texts";
import { faultyRows, recordedRows } from "./check-rows";
import { alteredSignOffs, hasUnrecorded, storedSignOffs } from "./check-sign-offs";
import type { SealedHeads } from "./record-seal";

export interface BrokenRecord {
  readonly speechId: string;
  /**
   * The first entry that doesn't fit; of what doesn't fit a seal, the one that was sealed; else the one that the text,
   * answer, version or request belongs to, of one without any the last.
   */
  readonly entry: number;
  readonly fault: Fault;
}

const FAULTS = {
  written: (entry: number) => `from entry ${entry} it was changed or cut`,
  sealed: (entry: number) => `up to entry ${entry} it isn't what was sealed`,
  text: (entry: number) => `the text of entry ${entry} isn't what was kept`,
  "text-gone": (entry: number) => `the text of entry ${entry} is gone`,
  "sign-off": (entry: number) => `the answer of entry ${entry} isn't stored as it was given`,
  unrecorded: (entry: number) => `an answer is stored that none of its ${entry} entries has`,
  stage: (entry: number) => `the speech isn't in the stage that entry ${entry} took it to`,
  version: (entry: number) => `the version of entry ${entry} isn't stored as it was made or named`,
  "unrecorded-version": (entry: number) => `a version is stored that none of its ${entry} entries has`,
  request: (entry: number) => `the request to sign of entry ${entry} isn't stored as it was made or ended`,
  "unrecorded-request": (entry: number) =>
    `a request to sign is stored that none of its ${entry} entries has`,
};
export type Fault = keyof typeof FAULTS;

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
    // Once before the record and once after: what comes meanwhile is on both sides of one of them.
    const storedBefore = await storedSignOffs(queries, speechId);
    const rowsBefore = await recordedRows(queries, speechId);
    const record = await readRecord(queries, speechId);
    entries += record.entries.length;
    heads[speechId] = { entries: record.entries.length, hash: record.entries.at(-1)?.hash ?? "" };
    const before = sealed[speechId];
    if (record.brokenAt !== null) broken.push({ speechId, entry: record.brokenAt, fault: "written" });
    else if (before !== undefined && (record.entries[before.entries - 1]?.hash ?? "") !== before.hash) {
      broken.push({ speechId, entry: before.entries, fault: "sealed" });
    }
    const whole = wholePart(record);
    for (const fault of await faultyTexts(queries, speechId, whole)) broken.push({ speechId, ...fault });
    for (const entry of alteredSignOffs(whole, await storedSignOffs(queries, speechId))) {
      broken.push({ speechId, entry, fault: "sign-off" });
    }
    if (record.brokenAt === null && hasUnrecorded(whole, storedBefore)) {
      broken.push({ speechId, entry: whole.length, fault: "unrecorded" });
    }
    // Of a record that is cut it isn't known what came last.
    if (record.brokenAt !== null) continue;
    const rows = [rowsBefore, await recordedRows(queries, speechId)] as const;
    for (const fault of faultyRows(whole, rows)) broken.push({ speechId, ...fault });
  }
  // A speech is never deleted: one that is gone took its record along.
  for (const [speechId, { entries: entry }] of Object.entries(sealed)) {
    if (heads[speechId] === undefined) broken.push({ speechId, entry, fault: "sealed" });
  }
  return { speeches: speeches.length, entries, broken, heads };
}

/** What an entry says counts as far as the chain holds. */
function wholePart({ entries, brokenAt }: SpeechRecord): SpeechRecord["entries"] {
  return brokenAt === null ? entries : entries.slice(0, brokenAt - 1);
}

/** The outcome in words, one fault a line. */
export function reportOf({ speeches, entries, broken }: CheckedRecords): string {
  const counted = `${entries} entries on the records of ${speeches} speeches`;
  if (broken.length === 0) return `${counted}: all fit together.\n`;
  const lines = broken.map(({ speechId, entry, fault }) => `${speechId}: ${FAULTS[fault](entry)}.`);
  const records = new Set(broken.map(({ speechId }) => speechId)).size;
  return `${counted}: ${records} broken.\n${lines.join("\n")}\n`;
}
