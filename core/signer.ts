/** Who can be asked to sign a speech. */
import { can } from "./access";
import type { PersonId } from "./ids";
import type { Member } from "./speech";

/** Whoever isn't only a reader of the speech, and can still sign in. */
export const isSigner = ({ role, disabled }: Pick<Member, "role" | "disabled">): boolean =>
  !disabled && can(role, "sign-off");

/** Those of `people` who are on the speech and can sign it, in their order. */
export function signersAmong(people: readonly PersonId[], members: readonly Member[]): readonly PersonId[] {
  const signers = new Set(members.filter(isSigner).map(({ personId }) => personId));
  return people.filter((id) => signers.has(id));
}
