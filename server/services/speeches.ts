/** Speeches, their members and the home page. Every method decides access itself, from `actor`. */
import type { Role } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Member, NewSpeech, SpeechChange, SpeechPage, SpeechQuery, SpeechSummary } from "@/core/speech";

export interface SpeechService {
  /** Speeches the actor is a member of, latest edit first. */
  list(actor: Person, query: SpeechQuery): Promise<SpeechPage>;
  /** The actor becomes its chief. `text` goes into the log as the first update. */
  create(actor: Person, input: NewSpeech): Promise<SpeechSummary>;
  /** `not-found` both for a missing speech and for one the actor isn't on. */
  get(actor: Person, speechId: SpeechId): Promise<SpeechSummary>;
  change(actor: Person, speechId: SpeechId, change: SpeechChange): Promise<SpeechSummary>;
  members(actor: Person, speechId: SpeechId): Promise<readonly Member[]>;
  /** Adds a member or changes the role; closes that person's sockets. `last-chief` keeps one chief. */
  setMember(actor: Person, speechId: SpeechId, personId: PersonId, role: Role): Promise<readonly Member[]>;
  removeMember(actor: Person, speechId: SpeechId, personId: PersonId): Promise<readonly Member[]>;
  /** For the socket: the role, or null when not a member. */
  roleOf(personId: PersonId, speechId: SpeechId): Promise<Role | null>;
}
