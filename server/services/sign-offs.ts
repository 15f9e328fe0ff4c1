/** 送审 and 签批: asking people to sign, and their answers. Every method decides access, from `actor`. */
import { documentSchema } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import { newSignOffRequestId, type PersonId, type SignOffRequestId, type SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { standingDirectives } from "@/core/review/standing-directives";
import type { SignOffs, TextToRead } from "@/core/sign-off";
import type { NewSignOff, NewSignOffRequest } from "@/core/sign-off-requests";
import { isSigner } from "@/core/signer";
import { NOW, type VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { acceptedText } from "./accepted-text";
import { tellBroken } from "./broken-signatures";
import { contentHash } from "./content-hash";
import { keepVersion } from "./keep-version";
import { isAgain, requireHolding, requireLatest } from "./latest-request";
import { instruct, wantsChanges } from "./opinions";
import { pendingDirectives } from "./pending-directives";
import type { LiveThreads, NoticeBell } from "./ports";
import { appendEntry } from "./record-rows";
import { sharedRuns } from "./shared-runs";
import { tellAnswered, tellAsked } from "./sign-off-notices";
import { endRequest, insertRequest, insertSignOff, latestRequest, setBroken } from "./sign-off-rows";
import { signOffsNow } from "./sign-off-view";
import { hashesOfSent, sentDraft } from "./signed-draft";
import { changerOf, changersSince, isBroken, requireTurn } from "./signing-turns";
import { listMembers } from "./speech-members";
import {
  lockSpeech,
  requireOnSpeech,
  requireOnText,
  requireUnlessArchived,
  type SpeechRow,
  speechFor,
} from "./speech-row";
import { moveToStage, type StageDependencies } from "./stage-move";

import { latestVersion, versionFor } from "./version-rows";
import { versionSide } from "./version-side";

export interface SignOffService {
  read(actor: Person, speechId: SpeechId): Promise<SignOffs>;
  /**
   * Makes the text the next 送审稿 and asks people to sign it; what was asked before is replaced.
   * `invalid-input` for people who aren't on the speech or whose role doesn't sign, `conflict` when somebody
   * else has asked since.
   */
  request(actor: Person, speechId: SpeechId, input: NewSignOffRequest): Promise<SignOffs>;
  /** Takes the latest request back; `conflict` when it is another one or has ended. */
  withdraw(actor: Person, speechId: SpeechId, requestId: SignOffRequestId): Promise<SignOffs>;
  text(actor: Person, speechId: SpeechId): Promise<TextToRead>;
  /**
   * An asked person's answer, kept with the text it is for. `text-changed` when that isn't the text
   * that was read, `not-your-turn` while somebody else comes first, `forbidden` for who isn't asked.
   * An opinion with 修改后同意 becomes an instruction that must be answered; without one `invalid-input`, unless
   * something else that the signer wants still stands.
   */
  sign(actor: Person, speechId: SpeechId, input: NewSignOff): Promise<SignOffs>;
  /** For the rooms, after a pause: tells people of signatures that a change broke. */
  tellBroken(speechId: SpeechId): Promise<void>;
}

export interface SignOffDependencies extends StageDependencies {
  readonly bell: NoticeBell;
  readonly live: Pick<LiveThreads, "changed">;
}

export function createSignOffService(dependencies: SignOffDependencies): SignOffService {
  const { database, texts, rooms, bell, live, clock } = dependencies;
  const hashOfSent = hashesOfSent(database);
  // After each pause in the typing all open pages ask at once.
  const stateOf = sharedRuns((speechId: SpeechId) => signOffsNow({ ...dependencies, hashOfSent }, speechId));

  async function done(speechId: SpeechId): Promise<SignOffs> {
    rooms.speechChanged(speechId);
    return stateOf(speechId);
  }

  return {
    async read(actor, speechId) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnSpeech(row, "see-versions");
      return stateOf(speechId);
    },

    async request(actor, speechId, asking) {
      const { people, inOrder, dueOn, note, latest = null } = asking;
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      // A final text has left the hands of those who could change it for a signer.
      requireOnText(row, "request-sign-off");
      const isSentAgain = await database.query(async (queries) => {
        const last = await latestRequest(queries, speechId);
        if (isAgain(last, actor, asking)) return true;
        await signersNamed(queries, speechId, people);
        requireLatest(last, latest);
        return false;
      });
      if (isSentAgain) return done(speechId);
      let told: readonly PersonId[] = [];
      // Together with the draft that is sent: whoever comes too late leaves none behind.
      const ask = async (queries: Queries, version: VersionSummary) => {
        // Somebody may have moved it on, or made it final, since it was looked at.
        const { stage, ...now } = await speechFor(queries, actor.id, speechId);
        requireOnText({ ...now, stage }, "request-sign-off");
        if (stage !== "review") throw new AppError("conflict", "somebody else moved the stage");
        const named = await signersNamed(queries, speechId, people);
        const last = await latestRequest(queries, speechId);
        requireLatest(last, latest);
        const at = Math.max(clock.now(), (last?.created_at ?? 0) + 1);
        const request = {
          id: newSignOffRequestId(),
          speech_id: speechId,
          version_id: version.id,
          asked_by: actor.id,
          in_order: inOrder ? 1 : 0,
          due_on: dueOn,
          note,
          ended: null,
          created_at: at,
        } as const;
        await insertRequest(queries, request, people);
        const { id, contentHash } = version;
        const facts = { people: named, inOrder, dueOn, note, version: id, contentHash };
        await appendEntry(queries, speechId, { kind: "sign-off-request", facts, personId: actor.id, at });
        told = await tellAsked(queries, request, people);
      };
      const sent = await draftSent(dependencies, row);
      if (sent === null) await moveToStage(dependencies, actor, row, { stage: "review", note }, ask);
      else {
        await database.transaction(async (queries) => {
          await lockSpeech(queries, database.kind, speechId);
          await ask(queries, sent);
        });
      }
      bell.ring(told);
      return done(speechId);
    },

    async withdraw(actor, speechId, requestId) {
      await database.transaction(async (queries) => {
        await lockSpeech(queries, database.kind, speechId);
        requireOnText(await speechFor(queries, actor.id, speechId), "request-sign-off");
        const last = await latestRequest(queries, speechId);
        // Sent again, by a click too many or since the answer got lost.
        if (last?.id === requestId && last.ended === "withdrawn") return;
        const request = requireHolding(last);
        if (request.id !== requestId) throw new AppError("conflict", "another request took its place");
        await endRequest(queries, requestId, "withdrawn");
        const facts = { request: requestId };
        const entry = { kind: "sign-off-withdrawal", facts, personId: actor.id, at: clock.now() } as const;
        await appendEntry(queries, speechId, entry);
      });
      return done(speechId);
    },

    async text(actor, speechId) {
      const { row, wanted } = await database.query(async (queries) => {
        const speech = await speechFor(queries, actor.id, speechId);
        requireOnSpeech(speech, "read");
        // Before the text, which has the words of a directive before there is a row of it.
        return { row: speech, wanted: await pendingDirectives(queries, speechId, actor.id) };
      });
      const { document } = await texts.snapshot(speechId, null);
      const points = standingDirectives(documentSchema().nodeFromJSON(document), wanted);
      return { ...acceptedText(document, row.numbering_style), points };
    },

    async sign(actor, speechId, { answer, opinion, textHash }) {
      if (answer === "returned" && opinion === "") {
        throw new AppError("invalid-input", undefined, { opinion: "required" });
      }
      const withChanges = answer === "agreed-with-changes";
      const mayAnswer = async (queries: Queries) => {
        const row = await speechFor(queries, actor.id, speechId);
        requireUnlessArchived(row, "sign-off");
        // A final text went on with or without this answer.
        if (row.stage === "final") throw new AppError("forbidden");
        const latest = await latestRequest(queries, speechId);
        const said = latest?.asked.find(({ id }) => id === actor.id)?.latest;
        // Sent twice, by a click too many or since the first answer was lost on the way.
        const isSaid = said?.text_hash === textHash && said.answer === answer && said.opinion === opinion;
        // Returning it ended the request.
        const isReturnedSo = isSaid && latest?.ended === "returned" && answer === "returned";
        const request = isReturnedSo ? latest : requireHolding(latest);
        if (!request.asked.some(({ id }) => id === actor.id)) throw new AppError("forbidden");
        return { request, style: row.numbering_style, isSaid };
      };
      const { request: asking, style, isSaid: wasSaid } = await database.query(mayAnswer);
      const text = await versionSide(dependencies, speechId, NOW);
      const read = acceptedText(text.document, style);
      if (read.textHash !== textHash) throw new AppError("text-changed");
      if (wasSaid) return stateOf(speechId);
      const changers = await changersSince(dependencies, asking, { text, textHash, numberingStyle: style });
      requireTurn(asking, actor.id, { textHash, changers });
      if (withChanges && opinion === "") {
        const wants = await database.query((queries) =>
          wantsChanges(queries, actor, speechId, text.document),
        );
        if (!wants) throw new AppError("invalid-input", undefined, { opinion: "required" });
      }
      const version = await keepVersion(dependencies, speechId, { kind: "signed", madeBy: actor.id });
      // Somebody may have typed since: what was kept is what counts.
      const side = await versionSide(dependencies, speechId, version.id);
      const kept = acceptedText(side.document, style);
      if (kept.textHash !== textHash) throw new AppError("text-changed");
      let asked = asking;
      let sentHash = await hashOfSent(asked);
      const give = async (queries: Queries): Promise<readonly PersonId[] | null> => {
        await lockSpeech(queries, database.kind, speechId);
        const { request, style: styleNow, isSaid } = await mayAnswer(queries);
        if (styleNow !== style) throw new AppError("text-changed");
        if (isSaid) return [];
        if (request.version_id !== asked.version_id) {
          asked = request;
          return null;
        }
        requireTurn(request, actor.id, { textHash, changers });
        const at = clock.now();
        await insertSignOff(queries, {
          request_id: request.id,
          person_id: actor.id,
          answer,
          opinion,
          version_id: version.id,
          text_hash: textHash,
          created_at: at,
        });
        if (withChanges && opinion !== "") await instruct(queries, { actor, speechId, opinion, now: at });
        if (answer === "returned") await endRequest(queries, request.id, "returned");
        const { id, contentHash } = version;
        const sent = await sentDraft(queries, request, textHash !== sentHash);
        const facts = { answer, opinion, version: id, contentHash, textHash, sent };
        await appendEntry(queries, speechId, { kind: "sign-off", facts, personId: actor.id, at });
        // Those before, who signed what it was before the own changes, are asked again on their lists at once. Of what
        // the actor signed before it stays known who changed it (see later-turns.ts).
        for (const { latest: earlier } of request.asked) {
          if (!isBroken(earlier, textHash)) continue;
          await setBroken(queries, earlier, { broken: 1, changedBy: changerOf(earlier, changers) });
        }
        return tellAnswered(queries, { before: request, actorId: actor.id, answer, textHash, changers, at });
      };
      let told = await database.transaction(give);
      // Another draft was sent meanwhile: a transaction, which keeps others waiting, reads no text.
      while (told === null) {
        sentHash = await hashOfSent(asked);
        told = await database.transaction(give);
      }
      bell.ring(told);
      if (withChanges) live.changed(speechId);
      return done(speechId);
    },

    async tellBroken(speechId) {
      bell.ring(await tellBroken(dependencies, speechId));
    },
  };
}

/** The present 送审稿, while nobody has changed a word of it: asking about it makes no other draft. */
async function draftSent(
  { database, texts }: Pick<StageDependencies, "database" | "texts">,
  row: SpeechRow,
): Promise<VersionSummary | null> {
  if (row.stage !== "review") return null;
  const latest = await database.query((queries) => latestVersion(queries, row.id));
  if (latest === undefined || latest.stage !== "review") return null;
  if (latest.numbering_style !== row.numbering_style) return null;
  const { document } = await texts.snapshot(row.id, null);
  if (contentHash(document) !== latest.content_hash) return null;
  return (await database.query((queries) => versionFor(queries, row.id, latest.id))).summary;
}

/** Those who are to sign, by name; `invalid-input` unless each is on the speech, may, and can still sign in. */
async function signersNamed(queries: Queries, speechId: SpeechId, people: readonly PersonId[]) {
  const members = new Map((await listMembers(queries, speechId)).map((member) => [member.personId, member]));
  return people.map((id) => {
    const member = members.get(id);
    if (member === undefined || !isSigner(member)) {
      throw new AppError("invalid-input", undefined, { people: "invalid" });
    }
    return { id, name: member.name };
  });
}
