/** A speech's text as it is taken for a version, and what bringing a version back takes and gives. */
import type { IdRange } from "./authors/id-ranges";
import type { BlockOrigins } from "./authors/origins";
import type { DocumentNode } from "./document/schema";
import type { ThreadId } from "./ids";
import type { Restore } from "./version-requests";

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
  /** The restoring that this takes back, whole; `version` is what was there before it. */
  readonly undoes?: UndoneRestoring | undefined;
}

export interface UndoneRestoring {
  /**
   * Whether a text is the one that came of it; asked as nobody can write in between. What was proposed in that text
   * goes too, since all of it is known.
   */
  isLeft(document: DocumentNode): boolean;
  /** Needed once others have written on; where it isn't known any more that is a `conflict` and changes nothing. */
  readonly left: LeftText | null;
}

/** The shared text that a restoring left, so that what was changed by it is told from what others wrote since. */
export interface LeftText {
  /** The whole as one Yjs update. */
  readonly state: Uint8Array;
  /** The client id of Yjs that it is taken back under: where a text has letters of its, that was done already. */
  readonly undoClient: number;
}

/** The text just before a version was brought back, and just after. */
export interface RestoredTexts {
  readonly replaced: VersionSnapshot;
  readonly restored: VersionSnapshot;
  readonly left: LeftText;
}
