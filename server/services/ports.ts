/** What the services ask of the sync engine. */
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { ReadingPlace } from "@/core/review/reading-place";
import type { TextRange } from "@/core/review/thread-requests";
import type {
  KnownRewording,
  ProposedWording,
  RewordingName,
  WantedWording,
} from "@/core/review/wanted-wording";
import type { PresentPerson } from "@/core/speech";
import type { Restoration, RestoredTexts, VersionSnapshot } from "@/core/version-snapshot";

/** The open rooms, as the rest of the process may see and steer them. */
export interface LiveRooms {
  /** Who has this speech open, each person once. */
  present(speechId: SpeechId): readonly PresentPerson[];
  /** Closes this person's sockets (on one speech, or on all) so that a reconnect is judged anew. */
  revoke(personId: PersonId, speechId?: SpeechId): void;
  /** Tells everybody in the room that title or settings changed. */
  speechChanged(speechId: SpeechId): void;
}

/** Tells open pages that their people's notices changed; call it after the transaction that wrote them. */
export interface NoticeBell {
  ring(people: readonly PersonId[]): void;
}

/** What goes wrong beside what was asked; never with words of a speech. */
export interface ServiceLogger {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** The threads' part in the text. A change resolves once it is durable; each is made in a person's name. */
export interface LiveThreads {
  /** Resolves with the marked text, "" when it is gone; rejects with `invalid-input` for no place. */
  mark(speechId: SpeechId, personId: PersonId, thread: ThreadId, range: TextRange): Promise<string>;
  unmark(speechId: SpeechId, personId: PersonId, thread: ThreadId): Promise<void>;
  /** Tells everybody who has the speech open to read its threads again. */
  changed(speechId: SpeechId): void;
}

/** What a leader's directives do to the text, durable when they resolve; see sync/directive-edits.ts. */
export interface DirectiveEdits {
  propose(speechId: SpeechId, personId: PersonId, wanted: WantedWording): Promise<ProposedWording>;
  mark(speechId: SpeechId, personId: PersonId, thread: ThreadId, place: ReadingPlace): Promise<void>;
  unmark(speechId: SpeechId, personId: PersonId, thread: ThreadId): Promise<void>;
  /** Resolves with false when the rewording isn't in the text any more. */
  markRewording(
    speechId: SpeechId,
    personId: PersonId,
    thread: ThreadId,
    about: KnownRewording,
  ): Promise<boolean>;
  /** Likewise, and then it does nothing. */
  settle(
    speechId: SpeechId,
    personId: PersonId,
    rewording: RewordingName,
    decision: "accept" | "reject",
  ): Promise<boolean>;
}

/** What imported threads do to the text. */
export interface LiveImports extends Pick<LiveThreads, "changed"> {
  /** Marks the words of a text from elsewhere that are commented there and stand in the speech too. */
  carry(speechId: SpeechId, personId: PersonId, text: DocumentNode): Promise<void>;
}

/** The live texts, to be read elsewhere: as they are on the disk, whole, as one Yjs update. */
export interface LiveTexts {
  textOf(speechId: SpeechId): Promise<Uint8Array>;
}

/** The live texts, as versions are taken from them and brought back into them. */
export interface VersionTexts {
  snapshot(speechId: SpeechId, since: Uint8Array | null): Promise<VersionSnapshot>;
  /** The same of a text that is no more, whole, as one Yjs update. */
  snapshotOf(text: Uint8Array, since: Uint8Array | null): VersionSnapshot;
  /**
   * As a change by this person, made while others go on typing. `since` is for the snapshots that it
   * resolves with.
   */
  restore(speechId: SpeechId, personId: PersonId, restoration: Restoration): Promise<RestoredTexts>;
}
