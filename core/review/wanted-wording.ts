/** What is asked of a text for a leader's rewording, and what came of it. */
import type { Suggestion } from "../document/suggestion";
import type { DirectiveId, PersonId } from "../ids";
import type { ReadingPlace } from "./reading-place";

export interface WantedWording {
  readonly place: ReadingPlace;
  readonly wording: string;
  readonly suggestion: Suggestion;
  /** The same person's rewordings that this one may replace. */
  readonly earlier: readonly DirectiveId[];
}

/** What a rewording was made on, without the earlier ones that it replaced. */
export interface ProposedWording {
  readonly quote: string;
  readonly replaced: readonly DirectiveId[];
}

/** A rewording in the text: others may put a suggestion of theirs under the same id, and that is another one. */
export interface RewordingName {
  readonly id: DirectiveId;
  readonly author: PersonId;
}

/** What is known of a rewording that may be decided already. */
export interface KnownRewording {
  readonly id: DirectiveId;
  readonly quote: string;
  readonly wording: string | null;
}
