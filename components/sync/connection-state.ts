/** What a speech's connection is opened with, and what it tells the page. */
import type { Role } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";
import type { LateDecision } from "@/core/review/late-decision";
import type { CopyKey } from "./copy-names";
import type { SaveState } from "./save-state";

export interface ConnectionOptions {
  readonly speechId: SpeechId;
  readonly personId: PersonId;
  /** The role that the page was served with; the server's ROLE message replaces it. */
  readonly role: Role;
  /** Nothing is lost with the page when it loads itself anew: it holds no words that aren't kept or in the text. */
  readonly reloadsFreely?: boolean;
  /** The speech's row (title, settings) changed on the server. */
  readonly onSpeechChanged?: () => void;
  /** Of what was decided here, online or offline, this came after somebody else had decided otherwise. */
  readonly onLateDecisions?: (late: readonly LateDecision[]) => void;
}

/** A value; a new one whenever something in it changed. */
export interface ConnectionState {
  readonly save: SaveState;
  readonly role: Role;
  /** There is a document to show: from the server, or from the local copy. */
  readonly ready: boolean;
  /** Whether typing is allowed now. */
  readonly writable: boolean;
  /** False while edits made through other servers arrive late. */
  readonly hearsOthers: boolean;
  /** Copies with text that the server lacks and that can't be sent: see set-aside-copies.ts. */
  readonly setAside: readonly CopyKey[];
}
