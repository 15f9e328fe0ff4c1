/**
 * Tells people that a change of the text broke a signature: who gave it, and who asked for it. The page
 * shows it with every key press; told it is once a signature, when the writers pause, since what is taken
 * back at once breaks nothing. Every node on which the speech is open asks; the first one tells.
 */
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import { signOffStates } from "@/core/sign-off-states";
import type { Queries } from "../db/database";
import { acceptedText } from "./accepted-text";
import { addNotices } from "./notice-rows";
import { peopleOfClients } from "./people-of-clients";
import { latestRequest, type RequestRow, type SignOffRow, takeBreak } from "./sign-off-rows";
import { measureSince } from "./sign-off-view";
import { listMembers } from "./speech-members";
import { lockSpeech, numberingStyleOf } from "./speech-row";
import { versionFor } from "./version-rows";
import type { VersionDependencies } from "./versions";

interface BrokenSignature {
  readonly row: SignOffRow;
  /** Or its signer waits, when people sign in order, and is told once it is their turn. */
  readonly asksAgain: boolean;
  /** Characters changed since. */
  readonly characters: number;
  /** Who alone typed everything since, if it was one person. */
  readonly soleWriter: PersonId | null;
}

/** Resolves with whose notices changed. */
export async function tellBroken(
  dependencies: VersionDependencies,
  speechId: SpeechId,
): Promise<readonly PersonId[]> {
  const { database, clock } = dependencies;
  const request = await database.query((queries) => untold(queries, speechId));
  if (request === null) return [];
  const broken = await brokenOf(dependencies, request);
  if (broken.length === 0) return [];
  return database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    // Asked once more: another node may have told it, or the request may have ended.
    const now = await untold(queries, speechId);
    if (now?.id !== request.id) return [];
    const mine: BrokenSignature[] = [];
    for (const each of broken) if (await takeBreak(queries, each.row)) mine.push(each);
    return tell(queries, now, mine, clock.now());
  });
}

/** The request that holds, when a signature to it may be broken and untold. Nobody signs a closed text. */
async function untold(queries: Queries, speechId: SpeechId): Promise<RequestRow | null> {
  const request = await latestRequest(queries, speechId);
  if (request?.ended !== null || !request.asked.some(({ latest }) => isUntold(latest))) return null;
  const speech = await queries
    .selectFrom("speeches")
    .where("id", "=", speechId)
    .where("archived", "=", 0)
    .where("stage", "!=", "final")
    .select("id")
    .executeTakeFirst();
  return speech === undefined ? null : request;
}

const isUntold = (row: SignOffRow | null): row is SignOffRow =>
  row !== null && row.answer !== "returned" && row.break_told === 0;

async function brokenOf(
  dependencies: VersionDependencies,
  request: RequestRow,
): Promise<readonly BrokenSignature[]> {
  const { speech_id: speechId } = request;
  const style = await dependencies.database.query((queries) => numberingStyleOf(queries, speechId));
  const now = acceptedText((await dependencies.texts.snapshot(speechId, null)).document, style);
  const measure = measureSince(dependencies, speechId, now);
  const writers = new Map<VersionId, PersonId | null>();
  const latest = request.asked.map(({ latest: row }) =>
    row === null ? null : { answer: row.answer, textHash: row.text_hash },
  );
  const states = signOffStates(latest, now.textHash, request.in_order === 1);
  const broken: BrokenSignature[] = [];
  for (const [index, { latest: row }] of request.asked.entries()) {
    if (!isUntold(row) || row.text_hash === now.textHash) continue;
    const { version_id: version } = row;
    const characters = await measure({ version, textHash: row.text_hash });
    const known = writers.get(version);
    const soleWriter = known === undefined ? await soleWriterSince(dependencies, speechId, version) : known;
    writers.set(version, soleWriter);
    broken.push({ row, characters, soleWriter, asksAgain: states[index] === "broken" });
  }
  return broken;
}

/** Null when several typed, or nobody did and something was only deleted. */
async function soleWriterSince(
  { database, texts }: VersionDependencies,
  speechId: SpeechId,
  version: VersionId,
): Promise<PersonId | null> {
  const { row } = await database.query((queries) => versionFor(queries, speechId, version));
  const { typed } = await texts.snapshot(speechId, row.state_vector);
  const people = await database.query((queries) => peopleOfClients(queries, speechId));
  const clients = [...typed].filter(([, characters]) => characters > 0).map(([client]) => client);
  const [writer, ...others] = new Set(clients.map((client) => people.get(client)?.id ?? null));
  return others.length > 0 ? null : (writer ?? null);
}

/** Who typed everything since needn't be told. One notice to who asked: what broke together is told together. */
async function tell(
  queries: Queries,
  { speech_id: speechId, asked_by: asker }: RequestRow,
  broken: readonly BrokenSignature[],
  at: number,
): Promise<readonly PersonId[]> {
  const members = new Set((await listMembers(queries, speechId)).map(({ personId }) => personId));
  const told: PersonId[] = [];
  for (const { row, characters, asksAgain, soleWriter } of broken) {
    const people = [row.person_id].filter((person) => person !== soleWriter && members.has(person));
    const facts = { of: "own", characters, asksAgain } as const;
    const notice = { kind: "broken", facts, speechId, actorId: asker, people, at } as const;
    told.push(...(await addNotices(queries, notice)));
  }
  const others = broken.filter(({ soleWriter }) => soleWriter !== asker);
  const [first] = others;
  if (first === undefined || !members.has(asker)) return told;
  const facts = { of: "others", signatures: others.length, characters: first.characters } as const;
  const notice = {
    kind: "broken",
    facts,
    speechId,
    actorId: first.row.person_id,
    people: [asker],
    at,
  } as const;
  return [...told, ...(await addNotices(queries, notice))];
}
