/** What the services ask of the sync engine. */
import type { PersonId, SpeechId } from "@/core/ids";
import type { PresentPerson } from "@/core/speech";

/** The open rooms, as the rest of the process may see and steer them. */
export interface LiveRooms {
  /** Who has this speech open, each person once. */
  present(speechId: SpeechId): readonly PresentPerson[];
  /** Closes this person's sockets (on one speech, or on all) so that a reconnect is judged anew. */
  revoke(personId: PersonId, speechId?: SpeechId): void;
  /** Tells everybody in the room that title or settings changed. */
  speechChanged(speechId: SpeechId): void;
}
