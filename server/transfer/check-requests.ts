/** Whether the requests to sign that are stored are those on the record: whom they asked, and what became of them. */
import type { SpeechId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import type { SignOffEnd } from "@/core/sign-off";
import type { Queries } from "../db/database";
import { hasBeginning } from "./record-beginning";

export interface StoredRequest {
  /** Who asked when. */
  readonly key: string;
  /** Whom for what. */
  readonly asked: string;
  readonly ended: SignOffEnd | null;
}

export async function storedRequests(queries: Queries, speechId: SpeechId): Promise<StoredRequest[]> {
  const requests = await queries
    .selectFrom("sign_off_requests")
    .where("speech_id", "=", speechId)
    .selectAll()
    .execute();
  const people = await queries
    .selectFrom("sign_off_people")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_off_people.request_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .select(["sign_off_people.request_id", "sign_off_people.person_id"])
    .orderBy("sign_off_people.position")
    .execute();
  return requests.map((request) => ({
    key: keyOf(request.asked_by, request.created_at),
    asked: askedBy({
      people: people
        .filter(({ request_id }) => request_id === request.id)
        .map(({ person_id }) => ({ id: person_id })),
      inOrder: request.in_order === 1,
      dueOn: request.due_on,
      note: request.note,
      version: request.version_id,
    }),
    ended: request.ended,
  }));
}

/**
 * Numbers of the entries whose request isn't stored as it was made, or ended otherwise. `stored`: before the record
 * was read and after it, since one may end meanwhile.
 */
export function alteredRequests(
  entries: readonly RecordEntry[],
  stored: readonly (readonly StoredRequest[])[],
): readonly number[] {
  const found = new Set(stored.flat().map(({ key, asked, ended }) => JSON.stringify([key, asked, ended])));
  return requestsIn(entries).flatMap(({ entry, ended }) => {
    const said = JSON.stringify([keyOf(entry.person.id, entry.at), askedBy(entry.facts), ended]);
    return found.has(said) ? [] : [entry.number];
  });
}

/** Whether a request is stored that no entry made. */
export function hasUnrecordedRequest(
  entries: readonly RecordEntry[],
  stored: readonly StoredRequest[],
): boolean {
  const recorded = new Set(requestsIn(entries).map(({ entry }) => keyOf(entry.person.id, entry.at)));
  return hasBeginning(entries) && stored.some(({ key }) => !recorded.has(key));
}

interface RecordedRequest {
  readonly entry: RecordEntry & { readonly kind: "sign-off-request" };
  ended: SignOffEnd | null;
}

/** What is answered or withdrawn is always the latest; another one takes the place of one that hasn't ended. */
function requestsIn(entries: readonly RecordEntry[]): RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  for (const entry of entries) {
    const latest = requests.at(-1);
    if (entry.kind === "sign-off-request") {
      if (latest !== undefined) latest.ended ??= "replaced";
      requests.push({ entry, ended: null });
    } else if (latest !== undefined && entry.kind === "sign-off-withdrawal") latest.ended ??= "withdrawn";
    else if (latest !== undefined && entry.kind === "sign-off" && entry.facts.answer === "returned") {
      latest.ended ??= "returned";
    }
  }
  return requests;
}

const keyOf = (person: string, at: number) => JSON.stringify([person, at]);

/** What people are called may change. */
const askedBy = ({ people, inOrder, dueOn, note, version }: Asked) =>
  JSON.stringify([people.map(({ id }) => id), inOrder, dueOn, note, version]);

interface Asked {
  readonly people: readonly { readonly id: string }[];
  readonly inOrder: boolean;
  readonly dueOn: string | null;
  readonly note: string;
  readonly version: string;
}
