/** What the latest request to sign must be for somebody to ask, answer or take it back. */
import { AppError } from "@/core/errors";
import type { SignOffRequestId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { NewSignOffRequest } from "@/core/sign-off-requests";
import type { RequestRow } from "./sign-off-rows";

/** `conflict` when nobody is asked to sign any more, or never was. */
export function requireHolding(latest: RequestRow | null): RequestRow {
  if (latest === null || latest.ended !== null) throw new AppError("conflict", "nobody is asked to sign");
  return latest;
}

/** The same, sent once more by who didn't hear that it had arrived: it was done, and is done once. */
export function isAgain(
  last: RequestRow | null,
  actor: Person,
  { people, inOrder, dueOn, note, latest }: NewSignOffRequest,
): boolean {
  if (last === null || latest === last.id || last.ended !== null) return false;
  return (
    last.asked_by === actor.id &&
    last.in_order === (inOrder ? 1 : 0) &&
    last.due_on === dueOn &&
    last.note === note &&
    last.asked.map(({ id }) => id).join() === people.join()
  );
}

/** `conflict` when there is another request than who asks knows of. */
export function requireLatest(latest: RequestRow | null, known: SignOffRequestId | null): void {
  if (known !== (latest?.id ?? null)) {
    throw new AppError("conflict", "somebody else asked people to sign");
  }
}
