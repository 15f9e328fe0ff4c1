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
