/** Who of those whom something concerns is still there to be told: of a speech that one was taken off nothing is shown. */
import { can } from "@/core/access";
import { isCollaborator } from "@/core/collaborator";
import type { PersonId } from "@/core/ids";
import type { Member } from "@/core/speech";

/** Those of `people` who are on the speech, can sign in and may see how its text comes about. */
export function readersAmong(people: readonly PersonId[], members: readonly Member[]): readonly PersonId[] {
  const readers = new Set(members.filter(isCollaborator).map(({ personId }) => personId));
  return people.filter((person) => readers.has(person));
}

/** Who hears what goes to who asked for the sign-off: who asked, or the chiefs once that one is no reader any more. */
export function askerAmong(askedBy: PersonId, members: readonly Member[]): readonly PersonId[] {
  const asker = readersAmong([askedBy], members);
  if (asker.length > 0) return asker;
  return members
    .filter(({ role, disabled }) => !disabled && can(role, "request-sign-off"))
    .map(({ personId }) => personId);
}
