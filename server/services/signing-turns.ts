/** Whose turn it is to sign, by the answers as they are stored. The callers decided access. */
import { AppError } from "@/core/errors";
import type { PersonId, VersionId } from "@/core/ids";
import type { SignOffState } from "@/core/sign-off";
import { signOffStates } from "@/core/sign-off-states";
import type { NumberingStyle } from "@/core/speech";
import type { RequestRow, SignOffRow } from "./sign-off-rows";
import { changerFinder } from "./sole-changer";
import type { VersionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

/**
 * By the signed versions that hold another text: who alone changed it since, if it was one person. Numbers of answers begin
 * anew in each request, which may be replaced between being asked and applied.
 */
export type ChangersSince = ReadonlyMap<VersionId, PersonId | null>;

/** The text that the signatures are judged by: taken once, so that its hash and its changers are of the same moment. */
interface PresentText {
  readonly text: VersionSide;
  readonly textHash: string;
  readonly numberingStyle: NumberingStyle;
}

/** Of those whose order depends on it. */
export function changersSince(
  dependencies: Pick<VersionDependencies, "database" | "texts" | "comparer">,
  request: RequestRow,
  { textHash, ...now }: PresentText,
): Promise<ChangersSince> {
  return changersBy(request, textHash, changerFinder(dependencies, request.speech_id, now));
}

/** Likewise, asking `changerSince` who alone changed a version. */
export async function changersBy(
  request: RequestRow,
  textHash: string,
  changerSince: (version: VersionId) => Promise<PersonId | null>,
): Promise<ChangersSince> {
  const changers = new Map<VersionId, PersonId | null>();
  for (const { version_id } of brokenBefore(request, textHash)) {
    changers.set(version_id, await changerSince(version_id));
  }
  return changers;
}

/** Where no order depends on it, as it was noted when it was told that it broke. */
export function changerOf({ version_id, changed_by }: SignOffRow, changers: ChangersSince): PersonId | null {
  const changer = changers.get(version_id);
  return changer === undefined ? changed_by : changer;
}

/** Nobody waits for the last one, nor for anybody when all are asked at once. */
function brokenBefore({ asked, in_order }: RequestRow, textHash: string): readonly SignOffRow[] {
  if (in_order === 0) return [];
  return asked.slice(0, -1).flatMap(({ latest }) => (isBroken(latest, textHash) ? latest : []));
}

/** Whether somebody agreed by it: who returned a text signed none. */
export function isSignature<Answer extends Pick<SignOffRow, "answer">>(
  answer: Answer | null,
): answer is Answer {
  return answer !== null && answer.answer !== "returned";
}

/** Whether it is a signature, to another text than this. */
export function isBroken(answer: SignOffRow | null, textHash: string): answer is SignOffRow {
  return isSignature(answer) && answer.text_hash !== textHash;
}

/** Whether it is a signature to this very text. */
export function hasSigned(answer: SignOffRow | null, textHash: string): boolean {
  return isSignature(answer) && answer.text_hash === textHash;
}

/** The state of each asked person, in order of asking. */
export function statesOf(
  { asked, in_order }: RequestRow,
  textHash: string,
  changers: ChangersSince,
): readonly SignOffState[] {
  const signers = asked.map(({ id, latest }) => ({
    personId: id,
    signOff: latest && { answer: latest.answer, textHash: latest.text_hash },
    changedBy: (latest && changers.get(latest.version_id)) ?? null,
  }));
  return signOffStates(signers, textHash, in_order === 1);
}

/** `not-your-turn` for somebody who must wait. */
export function requireTurn(
  request: RequestRow,
  personId: PersonId,
  { textHash, changers }: { readonly textHash: string; readonly changers: ChangersSince },
): void {
  const index = request.asked.findIndex(({ id }) => id === personId);
  if (statesOf(request, textHash, changers)[index] === "waiting") throw new AppError("not-your-turn");
}
