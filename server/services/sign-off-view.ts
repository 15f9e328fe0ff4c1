/** Signing as it stands with the text of this moment. */
import type { SpeechId } from "@/core/ids";
import type { AskedPerson, SignOff, SignOffRequest, SignOffs, TextToSign } from "@/core/sign-off";
import { signersAmong } from "@/core/signer";
import type { Member } from "@/core/speech";
import { NOW } from "@/core/version";
import { acceptedDocument, acceptedText } from "./accepted-text";
import { blockersOf, blockingRows, countsOf } from "./final-blockers";
import type { AskedRow, RequestRow } from "./sign-off-rows";
import type { HashOfSent } from "./signed-draft";
import { changersSince, isSignature, statesOf } from "./signing-turns";
import { listMembers } from "./speech-members";
import { stageNoteOf, versionFor } from "./version-rows";
import { type VersionSide, versionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

interface ViewDependencies extends VersionDependencies {
  readonly hashOfSent: HashOfSent;
}

export async function signOffsNow(dependencies: ViewDependencies, speechId: SpeechId): Promise<SignOffs> {
  const { database } = dependencies;
  const text = await versionSide(dependencies, speechId, NOW);
  const { stageNote, members, ...rows } = await database.query(async (queries) => ({
    ...(await blockingRows(queries, speechId)),
    stageNote: await stageNoteOf(queries, speechId),
    members: await listMembers(queries, speechId),
  }));
  const { request } = rows;
  const now = acceptedText(text.document, rows.style);
  const blockers = countsOf(blockersOf(text.document, now, rows));
  if (request === null) return { request, blockers, stageNote };
  return {
    stageNote,
    request: await requestNow(dependencies, request, { text, now, members }),
    blockers,
  };
}

interface TextNow {
  readonly text: VersionSide;
  /** The same, accepted. */
  readonly now: TextToSign;
  readonly members: readonly Member[];
}

async function requestNow(
  dependencies: ViewDependencies,
  request: RequestRow,
  { text, now, members }: TextNow,
): Promise<SignOffRequest> {
  const inOrder = request.in_order === 1;
  const { summary } = await dependencies.database.query((queries) =>
    versionFor(queries, request.speech_id, request.version_id),
  );
  const sentHash = request.answers.length === 0 ? "" : await dependencies.hashOfSent(request);
  const signOffs = request.asked.map(({ latest }) => (latest === null ? null : signOffOf(latest, sentHash)));
  const { textHash, numberingStyle } = now;
  const changers = await changersSince(dependencies, request, { text, textHash, numberingStyle });
  const states = statesOf(request, textHash, changers);
  const measure = measureSince(dependencies, request.speech_id, now);
  const ids = request.asked.map(({ id }) => id);
  const signers = new Set(signersAmong(ids, members));
  const asked: AskedPerson[] = [];
  for (const [index, { id, name }] of request.asked.entries()) {
    const signOff = signOffs[index] ?? null;
    const state = states[index] ?? "asked";
    // Who waits for others after a change signed another text than this, too.
    const changed = isSignature(signOff) && state !== "signed" ? await measure(signOff) : null;
    asked.push({
      person: { id, name },
      state,
      signOff,
      changedCharacters: changed,
      isAway: !signers.has(id),
    });
  }
  return {
    id: request.id,
    askedBy: { id: request.asked_by, name: request.askedByName },
    askedAt: request.created_at,
    inOrder,
    dueOn: request.due_on,
    note: request.note,
    version: request.version_id,
    stage: summary.stage,
    asked,
    ended: request.ended === "replaced" ? null : request.ended,
  };
}

/** Counts what was changed since a text was signed, each text once. */
export function measureSince(
  dependencies: VersionDependencies,
  speechId: SpeechId,
  now: Pick<TextToSign, "document">,
) {
  const counted = new Map<string, number>();
  return async ({ version, textHash }: Pick<SignOff, "version" | "textHash">): Promise<number> => {
    const known = counted.get(textHash);
    if (known !== undefined) return known;
    const signed = acceptedDocument((await versionSide(dependencies, speechId, version)).document);
    const { changedCharacters: count } = await dependencies.comparer.compare(signed, now.document);
    counted.set(textHash, count);
    return count;
  };
}

function signOffOf(row: NonNullable<AskedRow["latest"]>, sentHash: string): SignOff {
  const { answer, opinion, created_at: at, version_id: version, text_hash: textHash } = row;
  return { answer, opinion, at, version, isChanged: textHash !== sentHash, textHash };
}
