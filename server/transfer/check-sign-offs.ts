/** Whether the answers to sign that are stored are those on the record, where each stands with all that it said. */
import type { SpeechId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import type { Queries } from "../db/database";

export interface StoredSignOff {
  /** Who answered when. */
  readonly key: string;
  readonly said: string;
}

export async function storedSignOffs(queries: Queries, speechId: SpeechId): Promise<StoredSignOff[]> {
  const rows = await queries
    .selectFrom("sign_offs")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_offs.request_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .select([
      "sign_offs.person_id",
      "sign_offs.created_at",
      "sign_offs.answer",
      "sign_offs.opinion",
      "sign_offs.version_id",
      "sign_offs.text_hash",
    ])
    .execute();
  return rows.map((row) => ({
    key: keyOf(row.person_id, row.created_at),
    said: saidBy(row.answer, row.opinion, row.version_id, row.text_hash),
  }));
}

/** Numbers of the entries whose answer isn't stored as it was given. */
export function alteredSignOffs(
  entries: readonly RecordEntry[],
  stored: readonly StoredSignOff[],
): readonly number[] {
  const answers = new Set(stored.map(({ key, said }) => `${key} ${said}`));
  return entries.flatMap((entry) => {
    if (entry.kind !== "sign-off") return [];
    const { answer, opinion, version, textHash } = entry.facts;
    const said = saidBy(answer, opinion, version, textHash);
    return answers.has(`${keyOf(entry.person.id, entry.at)} ${said}`) ? [] : [entry.number];
  });
}

/** Whether an answer is stored that nobody is on the record with. */
export function hasUnrecorded(entries: readonly RecordEntry[], stored: readonly StoredSignOff[]): boolean {
  const recorded = new Set(
    entries.flatMap((entry) => (entry.kind === "sign-off" ? [keyOf(entry.person.id, entry.at)] : [])),
  );
  return stored.some(({ key }) => !recorded.has(key));
}

const keyOf = (person: string, at: number) => JSON.stringify([person, at]);
const saidBy = (...said: readonly string[]) => JSON.stringify(said);
