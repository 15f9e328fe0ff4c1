/**
 * Tells people that a change of the text broke a signature: who gave it, and who asked for it. The page
 * shows it with every key press; told it is once a signature, when the writers pause, since what is taken
 * back at once breaks nothing. Then it is noted for the list of speeches too, which reads no texts: who signed
 * is asked again there, until the text is what was signed. Every node on which the speech is open asks; the
 * first one tells.
 */
import type { PersonId, SpeechId } from "@/core/ids";
import { signersAmong } from "@/core/signer";
import type { Member } from "@/core/speech";
import { NOW } from "@/core/version";
import type { Queries } from "../db/database";
import { acceptedText } from "./accepted-text";
import { askerAmong } from "./notice-readers";
import { addNotices } from "./notice-rows";
import {
  type Break,
  latestRequest,
  type RequestRow,
  type SignOffRow,
  setBroken,
  takeBreak,
} from "./sign-off-rows";
import { measureSince } from "./sign-off-view";
import { changerOf, changersBy, isBroken, isSignature, statesOf } from "./signing-turns";
import { changerFinder } from "./sole-changer";
import { listMembers } from "./speech-members";
import { lockSpeech, numberingStyleOf } from "./speech-row";
import { versionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

interface BrokenSignature {
  readonly row: SignOffRow;
  /** Or its signer waits, when people sign in order, and is told once it is their turn. */
  readonly asksAgain: boolean;
  /** Characters changed since. */
  readonly characters: number;
  /** Who alone made all changes since, if it was one person. */
  readonly soleChanger: PersonId | null;
}

interface Telling {
  readonly broken: readonly BrokenSignature[];
  readonly members: readonly Member[];
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Judgement extends Break {
  readonly row: SignOffRow;
}

/** The answers as they stand with the present text. */
interface Judged {
  /** Those whose row says otherwise. */
  readonly turned: readonly Judgement[];
  readonly untold: readonly BrokenSignature[];
}

/** Resolves with whose notices changed. */
export async function tellBroken(
  dependencies: VersionDependencies,
  speechId: SpeechId,
): Promise<readonly PersonId[]> {
  const { database, clock } = dependencies;
  const request = await database.query((queries) => signedRequest(queries, speechId));
  if (request === null) return [];
  const { turned, untold } = await judge(dependencies, request);
  if (turned.length === 0 && untold.length === 0) return [];
  return database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    // Asked once more: another node may have told it, somebody may have signed anew, or the request have ended.
    const now = await signedRequest(queries, speechId);
    if (now?.id !== request.id) return [];
    const latest = new Map(now.asked.map((asked) => [asked.id, asked.latest?.number]));
    for (const { row, ...now } of turned) {
      if (latest.get(row.person_id) === row.number) await setBroken(queries, row, now);
    }
    const members = await listMembers(queries, speechId);
    const mine: BrokenSignature[] = [];
    for (const each of untold) {
      const { row, soleChanger } = each;
      const isLatest = latest.get(row.person_id) === row.number;
      const concerned = [row.person_id, ...askerAmong(now.asked_by, members)];
      // Of one's own deed there is nothing to tell anybody, until somebody else changes more.
      const tellsNobody = concerned.every((person) => person === soleChanger);
      if (isLatest && !tellsNobody && (await takeBreak(queries, row))) mine.push(each);
    }
    return tell(queries, now, { broken: mine, members, at: clock.now() });
  });
}

/** The request that holds, when somebody signed to it. Nobody signs a closed text. */
async function signedRequest(queries: Queries, speechId: SpeechId): Promise<RequestRow | null> {
  const request = await latestRequest(queries, speechId);
  if (request?.ended !== null || !request.asked.some(({ latest }) => isSignature(latest))) return null;
  const speech = await queries
    .selectFrom("speeches")
    .where("id", "=", speechId)
    .where("archived", "=", 0)
    .where("stage", "!=", "final")
    .select("id")
    .executeTakeFirst();
  return speech === undefined ? null : request;
}

async function judge(dependencies: VersionDependencies, request: RequestRow): Promise<Judged> {
  const { speech_id: speechId } = request;
  const style = await dependencies.database.query((queries) => numberingStyleOf(queries, speechId));
  const text = await versionSide(dependencies, speechId, NOW);
  const now = acceptedText(text.document, style);
  const measure = measureSince(dependencies, speechId, now);
  const changerSince = changerFinder(dependencies, speechId, { text, numberingStyle: style });
  const changers = await changersBy(request, now.textHash, changerSince);
  const states = statesOf(request, now.textHash, changers);
  const turned: Judgement[] = [];
  const untold: BrokenSignature[] = [];
  for (const [index, { latest: row }] of request.asked.entries()) {
    if (!isSignature(row)) continue;
    const broken = isBroken(row, now.textHash) ? 1 : 0;
    const { version_id: version } = row;
    const isUntold = broken === 1 && row.break_told === 0;
    const soleChanger = isUntold ? await changerSince(version) : null;
    const changedBy = broken === 0 ? null : isUntold ? soleChanger : changerOf(row, changers);
    if (broken !== row.broken || changedBy !== row.changed_by) turned.push({ row, broken, changedBy });
    if (!isUntold) continue;
    const characters = await measure({ version, textHash: row.text_hash });
    const asksAgain = states[index] === "broken";
    untold.push({ row, characters, asksAgain, soleChanger });
  }
  return { turned, untold };
}

/**
 * Who changed everything since needn't be told. One notice to who asked, or stands in for that one: what broke together
 * is told together.
 */
async function tell(
  queries: Queries,
  { speech_id: speechId, asked_by: asker }: RequestRow,
  { broken, members, at }: Telling,
): Promise<readonly PersonId[]> {
  const told: PersonId[] = [];
  for (const { row, characters, asksAgain, soleChanger } of broken) {
    // Who can't sign any more isn't asked again.
    const people = signersAmong([row.person_id], members).filter((person) => person !== soleChanger);
    const facts = { of: "own", characters, asksAgain } as const;
    // Who asked may have signed too, and hears of the own signature like everybody.
    const notice = { kind: "broken", facts, speechId, actorId: asker, people, at, alsoActor: true } as const;
    told.push(...(await addNotices(queries, notice)));
  }
  for (const person of askerAmong(asker, members)) {
    const others = broken.filter(
      ({ row, soleChanger }) => row.person_id !== person && soleChanger !== person,
    );
    const [first] = others;
    if (first === undefined) continue;
    const facts = { of: "others", signatures: others.length, characters: first.characters } as const;
    const actorId = first.row.person_id;
    told.push(
      ...(await addNotices(queries, { kind: "broken", facts, speechId, actorId, people: [person], at })),
    );
  }
  return told;
}
