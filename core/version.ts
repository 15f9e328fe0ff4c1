/** Versions of a speech as every layer sees them; the requests about them are in version-requests.ts. */
import type { AuthorName } from "./authors/author";
import type { PartChanges } from "./compare/compare-parts";
import type { Comparison } from "./compare/comparison";
import type { ChangeCounts } from "./compare/measure-comparison";
import type { DocumentNode } from "./document/schema";
import type { PersonId, VersionId } from "./ids";
import type { SignOffAnswer } from "./sign-off";
import type { NumberingStyle, Stage } from "./speech";

/**
 * Made after a pause in the work; by hand; before a change that replaces much; with a change of stage;
 * signed; or a file's text, which was never the speech's own.
 */
export const VERSION_KINDS = ["automatic", "named", "before-change", "stage", "signed", "imported"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** Whether versions of this kind go as they age; the others stay for ever. */
export function isThinned(kind: VersionKind): boolean {
  return kind === "automatic" || kind === "before-change";
}

/** What somebody did since the version before, in UTF-16 units; nothing of either for who only moved or formatted. */
export interface VersionShare {
  /** Typed. */
  readonly characters: number;
  /** Of what stood there before, or what others typed since, taken away. */
  readonly removed: number;
}

export interface VersionAuthor extends VersionShare {
  readonly id: PersonId;
  readonly name: string;
}

/** Who typed, and how much. */
export type Typist = Omit<VersionAuthor, "removed">;

/** What somebody who was asked to sign said of just this text. */
export interface VersionSignOff {
  readonly name: string;
  readonly answer: SignOffAnswer;
}

/** A version as the timeline shows it. */
export interface VersionSummary {
  readonly id: VersionId;
  readonly kind: VersionKind;
  readonly name: string;
  readonly note: string;
  readonly madeBy: { readonly id: PersonId; readonly name: string } | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Of its words and formatting. */
  readonly contentHash: string;
  /** How its headings are numbered. */
  readonly numberingStyle: NumberingStyle;
  readonly characters: number;
  readonly spokenUnits: number;
  /** Characters added and deleted since the version before. */
  readonly added: number;
  readonly deleted: number;
  /** Who typed most comes first, then who took most away. */
  readonly authors: readonly VersionAuthor[];
  /** The version that was brought back by this one. */
  readonly fromVersion: VersionId | null;
  /** For a version of a stage: the stage that began with it, and which draft of that stage it is, from 1. */
  readonly stage: { readonly name: Stage; readonly draft: number } | null;
  /** In the order in which they answered first, each with what they said last. */
  readonly signOffs: readonly VersionSignOff[];
}

/** With its text. */
export interface Version extends VersionSummary {
  readonly document: DocumentNode;
}

/** One side of a comparison: a version, or the text as it is now. */
export const NOW = "now";
export type VersionRef = VersionId | typeof NOW;

export interface VersionComparison {
  /** Null where the side is the text as it is now. */
  readonly fromVersion: VersionSummary | null;
  readonly toVersion: VersionSummary | null;
  /** Whether the second is the older one. */
  readonly isBackwards: boolean;
  /** Both in canonical form, which the comparison fits. */
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  /** Whether anything is proposed in either that nobody has decided: it counts as accepted, or is shown as written. */
  readonly hasSuggestions: boolean;
  /** How the headings of either are numbered. */
  readonly numberingStyles: { readonly before: NumberingStyle; readonly after: NumberingStyle };
  readonly comparison: Comparison;
  readonly counts: ChangeCounts;
  readonly parts: readonly PartChanges[];
  /**
   * Who made which change; null where that wasn't kept, as in a file from elsewhere. Where the second text is the
   * older one: who made the change that brings it back.
   */
  readonly changers: ListedChangers | null;
  /** Who typed since the newest version, most first, where one side is the text as it is now. */
  readonly typedSince: readonly Typist[];
}

export interface ListedChangers {
  readonly people: readonly AuthorName[];
  /** By their numbers in `people`, those of each change in the order of changesIn(); none if nobody is known. */
  readonly byChange: readonly (readonly number[])[];
}

/**
 * When a passage was in the text: from one version to another, without a version in between that lacks it. Or one
 * version of kind "imported" alone, which has it beside the speech's own text.
 */
export interface PassageSpan {
  /** The first version that has it; null when only the text as it is now does. */
  readonly first: VersionSummary | null;
  /** The last that has it; null when the text as it is now still does. */
  readonly last: VersionSummary | null;
  /** The version before the first, which doesn't have it yet; null when there is none. */
  readonly before: VersionSummary | null;
  /** Who typed it as it stands in the first; null where that isn't known. */
  readonly writers: readonly AuthorName[] | null;
}

export interface PassageHistory {
  /** Oldest first; empty when no version has it. Imported versions are in it only if the speech's own never had it. */
  readonly spans: readonly PassageSpan[];
  /** How many versions were searched. */
  readonly searched: number;
}
