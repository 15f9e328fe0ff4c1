/**
 * What the sync engine needs from the rest of the process. `db` and `auth` implement these; only
 * server/build.ts brings them together. Nothing here knows SQL, HTTP or `ws`.
 */
import type { Role } from "@/core/access";
import type { Carried } from "@/core/authors/carried-letters";
import type { Removal } from "@/core/authors/removals";
import type { PersonsWords, StoredWords } from "@/core/authors/removed-words";
import type { ErrorCode } from "@/core/errors";
import type { DecisionId, PersonId, SpeechId } from "@/core/ids";
import type { DecisionOutcome, ProposedChange } from "@/core/review/decision";
import type { LateDecision } from "@/core/review/late-decision";
import type { PresentPerson } from "@/core/speech";

/** A Yjs client id (53-bit at most) with the person whose edits it names. */
export interface ClientBinding {
  readonly clientId: number;
  readonly personId: PersonId;
}

/** The clocks of one client id from `from` up to, not including, `to`. */
export interface ClockRange {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
}

/** What an update decided on a suggestion. */
export interface KeptDecision {
  readonly id: DecisionId;
  readonly suggestion: string;
  readonly proposedBy: PersonId;
  readonly change: ProposedChange;
  readonly outcome: DecisionOutcome;
  readonly by: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A suggestion by its id and whose it says it is. */
export interface KnownSuggestion {
  readonly id: string;
  readonly person: PersonId;
}

export interface LogEntry {
  readonly speechId: SpeechId;
  /** The same each time that this entry is tried: what is stored already isn't stored again. */
  readonly batch?: string;
  /** One merged Yjs update, V1 encoding. */
  readonly update: Uint8Array;
  /** Client ids seen for the first time in this update; stored in the same commit. */
  readonly bindings: readonly ClientBinding[];
  /**
   * The clocks that it fills, one range for each client. Given where other nodes write the same log:
   * one that filled them first, unheard of here, has given them another text.
   */
  readonly clocks?: readonly ClockRange[];
  /** It changes no word, as the mark of a comment: a closed speech takes it too. */
  readonly marksOnly?: boolean;
  /** What this update decided; stored in the same commit. */
  readonly decisions?: readonly KeptDecision[];
  /** What it took out of the text, and who did; stored in the same commit. */
  readonly removals?: readonly Removal[];
  /** Of that the words, in their order; no more are kept than latestRemoved() leaves of a person's. */
  readonly words?: readonly PersonsWords[];
}

export interface StoredSpeech {
  /** Every stored update in order of `seq`. Empty for a speech nobody has written in. */
  readonly updates: readonly Uint8Array[];
  readonly bindings: readonly ClientBinding[];
  /** Suggestions that were decided at some time; for a part of the log (`afterSeq`) at least those that were in it. */
  readonly decided: readonly KnownSuggestion[];
  /** What each person took out of it last; for a part of the log what went, and came back, in it. */
  readonly words: readonly StoredWords[];
  /** Highest `seq` among `updates`. */
  readonly lastSeq: number;
}

/** What the home page shows of a speech's text, computed from the live document. */
export interface SpeechFigures {
  readonly characters: number;
  readonly spokenUnits: number;
  /** Epoch milliseconds of the last edit. */
  readonly updatedAt: number;
}

/** The durable log of updates. */
export interface UpdateLog {
  /**
   * Resolves with the row's `seq` when it is on disk; rejects with AppError `storage-unavailable`, and
   * with `forbidden` once the speech is closed (final or archived). Closing and appending take turns
   * on the speech's row, so a node that hasn't heard of the closing yet can't store an edit after it.
   * Rejects with `author-mismatch` when a client id is bound to somebody else already and with
   * `resync-required` when its clocks are filled already. A refusal stores nothing.
   */
  append(entry: LogEntry): Promise<number>;
  /** With `afterSeq` only the rows above it; `lastSeq` is `afterSeq` when there are none. */
  load(speechId: SpeechId, afterSeq?: number): Promise<StoredSpeech>;
  /**
   * Replaces exactly the rows with `seq` ≤ `upToSeq` by `merged`, in one transaction; rows that came
   * after stay. `merged` must hold at least what those rows held. Their removals are merged as well.
   */
  compact(speechId: SpeechId, upToSeq: number, merged: Uint8Array): Promise<void>;
  recordFigures(speechId: SpeechId, figures: SpeechFigures): Promise<void>;
}

/** Who is on the other end of a socket, as the session says. */
export interface Participant {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
}

/** Whoever submits an update: a client's connection, or the server in somebody's name. */
export interface Author {
  readonly participant: Pick<Participant, "personId"> & Partial<Pick<Participant, "role">>;
  /** See LogEntry. */
  readonly marksOnly?: boolean;
  /** Of the server's, when it takes out only what stands elsewhere too: where, as far as it's to be kept. */
  readonly carries?: readonly Carried[];
  /** Likewise, when it brings letters back that had gone before: which they were. */
  readonly restores?: readonly Carried[];
  /**
   * So many of its sync payloads are durable. `news` are whole messages that a client's page is due by
   * the same commit: one frame, and so one write to its socket, holds all. `late`: what it decided in it after
   * somebody else had decided otherwise.
   */
  saved(count: number, savedAt: number, news: readonly Uint8Array[], late?: readonly LateDecision[]): void;
}

/** What the rooms of one speech tell one another across nodes. */
export type RoomMessage =
  /** A row that the sending node stored, and all that there is to know of it. */
  | {
      readonly kind: "update";
      readonly seq: number;
      readonly update: Uint8Array;
      readonly bindings: readonly ClientBinding[];
    }
  /** The newest row that the sending node knows: who knows less reads the log. */
  | { readonly kind: "head"; readonly seq: number }
  /** An awareness message about the sending node's own clients: about those that changed, or `isAll` of them. */
  | { readonly kind: "presence"; readonly awareness: Uint8Array; readonly isAll: boolean };

/** What concerns every node, whatever rooms it has open. */
export type OfficeMessage =
  /** Access changed: close this person's sockets, on one speech or on all. */
  | { readonly kind: "revoke"; readonly personId: PersonId; readonly speechId: SpeechId | null }
  /** Title or settings changed. */
  | { readonly kind: "speech-changed"; readonly speechId: SpeechId }
  | { readonly kind: "threads-changed"; readonly speechId: SpeechId }
  /** Their notices changed. */
  | { readonly kind: "noticed"; readonly people: readonly PersonId[] }
  /** Who has this speech open on the sending node. */
  | { readonly kind: "present"; readonly speechId: SpeechId; readonly people: readonly PresentPerson[] }
  /** The sending node was cut off, or has just started: what it told before may be lost, so ask again. */
  | { readonly kind: "back" };

/**
 * Carries messages between nodes. It may lose them, never invent them: rooms find a loss by `seq` and
 * read the log. A node doesn't receive its own messages.
 */
export interface Relay {
  /** Whether other nodes can exist; false lets a room trust that it alone writes its log. */
  readonly shared: boolean;
  readonly available: boolean;
  publish(speechId: SpeechId, message: RoomMessage): void;
  /** Resolves once messages arrive, with the way to stop. */
  subscribe(speechId: SpeechId, onMessage: (message: RoomMessage, node: string) => void): Promise<() => void>;
  publishOffice(message: OfficeMessage): void;
  onOffice(onMessage: (message: OfficeMessage, node: string) => void): () => void;
  /** Calls back when the relay is lost and when it is back; messages in between are gone. */
  onAvailable(onChange: (available: boolean) => void): () => void;
  /** Lets the connections go, where there are any. */
  close?(): void;
}

/** One client's socket. `send` never throws; a socket that can't take more is closed by its owner. */
export interface Socket {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes accepted by `send` that the network hasn't taken yet. */
  readonly bufferedBytes: number;
}

/** What the engine counts as it works. */
export interface SyncMetrics {
  /** A socket was closed with this error. */
  refused(code: ErrorCode): void;
  /** A batch became durable. */
  committed(batch: {
    readonly durationMs: number;
    readonly bytes: number;
    readonly submissions: number;
  }): void;
  /** A frame was handed to this many sockets. */
  shown(frame: { readonly bytes: number; readonly sockets: number }): void;
}

/** Structured log without speech text. */
export interface SyncLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
