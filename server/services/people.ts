/** People and their accounts. Every method decides access itself, from `actor`. */
import type { PersonId } from "@/core/ids";
import type { DirectoryEntry, NewPerson, Person, PersonChange, SetUp } from "@/core/person";

export interface PeopleService {
  /** True until the first administrator exists. */
  needsSetUp(): Promise<boolean>;
  /** Creates the first administrator; `already-set-up` afterwards, also when two race. */
  setUp(input: SetUp): Promise<Person>;
  list(actor: Person): Promise<readonly Person[]>;
  /** Enabled people by name, sign-in name or department, for member pickers; at most 20. */
  directory(actor: Person, query: string): Promise<readonly DirectoryEntry[]>;
  create(actor: Person, input: NewPerson): Promise<Person>;
  /** Disabling or demoting closes the person's sockets and ends the sessions at once. */
  change(actor: Person, personId: PersonId, change: PersonChange): Promise<Person>;
  resetPassword(actor: Person, personId: PersonId, initialPassword: string): Promise<void>;
  /** The person's own password; ends every other session. `password-wrong` when current is wrong. */
  changeOwnPassword(actor: Person, currentPassword: string, newPassword: string): Promise<void>;
}
