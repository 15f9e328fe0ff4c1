/** What the services ask of the sync engine. */
import type { IdRange } from "@/core/authors/id-ranges";
import type { BlockOrigins } from "@/core/authors/origins";
import type { DocumentNode } from "@/core/document/schema";
import type { Suggestion } from "@/core/document/suggestion";
import type { DirectiveId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { ReadingPlace } from "@/core/review/reading-place";
import type { TextRange } from "@/core/review/thread-requests";
import type { PresentPerson } from "@/core/speech";
import type { Restore } from "@/core/version-requests";

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
  propose(
    speechId: SpeechId,
    personId: PersonId,
    wanted: {
      readonly place: ReadingPlace;
      readonly wording: string;
      readonly suggestion: Suggestion;
      /** The same person's rewordings that this one may replace. */
      readonly earlier: readonly DirectiveId[];
    },
  ): Promise<{ readonly quote: string; readonly replaced: readonly DirectiveId[] }>;
  mark(speechId: SpeechId, personId: PersonId, thread: ThreadId, place: ReadingPlace): Promise<void>;
  unmark(speechId: SpeechId, personId: PersonId, thread: ThreadId): Promise<void>;
  /** Resolves with false when the rewording isn't in the text any more. */
  markRewording(
    speechId: SpeechId,
    personId: PersonId,
    thread: ThreadId,
    about: { readonly id: DirectiveId; readonly quote: string; readonly wording: string | null },
  ): Promise<boolean>;
  /** Likewise, and then it does nothing. `rewording`: the id alone may be on somebody else's suggestion too. */
  settle(
    speechId: SpeechId,
    personId: PersonId,
    rewording: { readonly id: DirectiveId; readonly author: PersonId },
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

/** A speech's text at one moment. */
export interface VersionSnapshot {
  readonly document: DocumentNode;
  readonly stateVector: Uint8Array;
  /** Letters that came since the state vector that was asked about, deleted ones too. */
  readonly come: readonly IdRange[];
  /** Where what stands in it comes from, block by block. */
  readonly origins: readonly BlockOrigins[];
}

export interface Restoration {
  readonly version: DocumentNode;
  /** Where its letters come from, so that they stay their typists'; null where that isn't known. */
  readonly origins: readonly BlockOrigins[] | null;
  readonly what: Pick<Restore, "blocks">;
  /** The speech's: those that stand nowhere any more stand on their words of the version again. */
  readonly threads: ReadonlySet<ThreadId>;
  readonly since: Uint8Array | null;
  /**
   * For taking a restoring back: asked of the text that is there as nobody can write in between; false is
   * a `conflict` and changes nothing. What was proposed in that text goes too, since all of it is known.
   */
  readonly onlyOnto?: ((document: DocumentNode) => boolean) | undefined;
}

/** The text just before a version was brought back, and just after. */
export interface RestoredTexts {
  readonly replaced: VersionSnapshot;
  readonly restored: VersionSnapshot;
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
