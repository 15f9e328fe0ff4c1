/**
 * What the sync engine needs from the rest of the process. `db` and `auth` implement these; only
 * server/build.ts brings them together. Nothing here knows SQL, HTTP or `ws`.
 */
import type { Role } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";

/** A Yjs client id (53-bit at most) with the person whose edits it names. */
export interface ClientBinding {
  readonly clientId: number;
  readonly personId: PersonId;
}

export interface LogEntry {
  readonly speechId: SpeechId;
  /** One merged Yjs update, V1 encoding. */
  readonly update: Uint8Array;
  /** Client ids seen for the first time in this update; stored in the same commit. */
  readonly bindings: readonly ClientBinding[];
}

export interface StoredSpeech {
  /** Every stored update in order of `seq`. Empty for a speech nobody has written in. */
  readonly updates: readonly Uint8Array[];
  readonly bindings: readonly ClientBinding[];
  /** Highest `seq` among `updates`, 0 when there are none. */
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
  /** Resolves with the row's `seq` when it is on disk; rejects with AppError `storage-unavailable`. */
  append(entry: LogEntry): Promise<number>;
  load(speechId: SpeechId): Promise<StoredSpeech>;
  /**
   * Replaces exactly the rows with `seq` ≤ `upToSeq` by `merged`, in one transaction; rows that came
   * after stay. `merged` must hold at least what those rows held.
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

/** Messages between the rooms of one speech on different nodes. */
export interface Relay {
  publish(speechId: SpeechId, update: Uint8Array): void;
  /** Calls back for every update that another node published; returns the way to stop. */
  subscribe(speechId: SpeechId, onUpdate: (update: Uint8Array) => void): () => void;
}

/** One client's socket. `send` never throws; a socket that can't take more is closed by its owner. */
export interface Socket {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes accepted by `send` that the network hasn't taken yet. */
  readonly bufferedBytes: number;
}

/** Structured log without speech text. */
export interface SyncLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
