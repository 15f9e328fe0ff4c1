/**
 * 送审 and 签批: named people are asked to sign a speech, and each answer stands for one exact text.
 * What is signed is the text as it reads with all its suggestions accepted: working in what a signer
 * proposed changes nothing, and any other change of a word does.
 */
import type { DocumentNode } from "./document/schema";
import type { PersonId, SignOffRequestId, VersionId } from "./ids";
import type { StandingDirective } from "./review/standing-directives";
import type { NumberingStyle, Stage } from "./speech";
import type { StageTask } from "./stage-task";

/** 同意、修改后同意、退回. */
export const SIGN_OFF_ANSWERS = ["agreed", "agreed-with-changes", "returned"] as const;
export type SignOffAnswer = (typeof SIGN_OFF_ANSWERS)[number];

export interface SignOff {
  readonly answer: SignOffAnswer;
  readonly opinion: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Holds what was signed. */
  readonly version: VersionId;
  /** Whether that is another text than the draft that was sent, by what is signed of each. */
  readonly isChanged: boolean;
  /** SHA-256 of the canonical text with all suggestions accepted. */
  readonly textHash: string;
}

/**
 * `waiting` for somebody before them, `asked`, `signed` what the text is now, `broken` by a later
 * change and so asked again, or `returned`.
 */
export type SignOffState = "waiting" | "asked" | "signed" | "broken" | "returned";

export interface AskedPerson {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly state: SignOffState;
  /** The latest answer. */
  readonly signOff: SignOff | null;
  /** Characters changed since it; null unless broken. Zero when only the form changed. */
  readonly changedCharacters: number | null;
  /** Left the speech since, only reads it or has no account any more: no answer of theirs can come. */
  readonly isAway: boolean;
}

/** Whether this person's answer is wanted now. */
export const isWanted = ({ state }: Pick<AskedPerson, "state">): boolean =>
  state === "asked" || state === "broken";

/** How a request ended: somebody returned the text, or the chief took it back or asked anew. */
export type SignOffEnd = "returned" | "withdrawn" | "replaced";

export interface SignOffRequest {
  readonly id: SignOffRequestId;
  readonly askedBy: { readonly id: PersonId; readonly name: string };
  /** Epoch milliseconds. */
  readonly askedAt: number;
  /** One after the other, in the order of `asked`; or all at once. */
  readonly inOrder: boolean;
  /** ISO date or null. */
  readonly dueOn: string | null;
  readonly note: string;
  /** The draft that was sent. */
  readonly version: VersionId;
  readonly stage: { readonly name: Stage; readonly draft: number } | null;
  readonly asked: readonly AskedPerson[];
  readonly ended: Exclude<SignOffEnd, "replaced"> | null;
}

/** What keeps a speech from being made final. */
export const FINAL_BLOCKERS = [
  "nobody-asked",
  "sign-offs",
  "directives",
  "suggestions",
  "threads",
  "placeholders",
] as const;
export type FinalBlocker = (typeof FINAL_BLOCKERS)[number];

/**
 * How many of each: one where the office wants a signature and nobody was asked for any, people who haven't signed,
 * what leaders want that isn't done, suggestions that stand, signers' other threads still open,
 * words and figures that still have to be put in.
 */
export type FinalBlockers = Readonly<Partial<Record<FinalBlocker, number>>>;

/**
 * Each of them by a key, which stays the same as long as it is the same: a person, with whether they returned the
 * text, a directive, a suggestion or a thread by its id, what has to be put in by its words.
 */
export type FinalBlockerKeys = Readonly<Partial<Record<FinalBlocker, readonly string[]>>>;

/** Whether everything in the way now was so when it was seen; what went out of the way meanwhile doesn't matter. */
export const wasSeen = (now: readonly string[], seen: readonly string[]): boolean => {
  const known = new Set(seen);
  return now.every((key) => known.has(key));
};

/** What is read and signed: the text of this moment with all suggestions accepted. */
export interface TextToSign {
  readonly document: DocumentNode;
  /** How its headings are numbered: the hash is of the numbers too. */
  readonly numberingStyle: NumberingStyle;
  readonly textHash: string;
}

/** That text for who reads it now. */
export interface TextToRead extends TextToSign {
  /** Where what its reader wants and nobody carried out yet stands in it. */
  readonly points: readonly StandingDirective[];
}

/** What was said when the speech came to the draft that it is at: who is expected to do what, by when. */
export interface StageNote {
  /** Free words; empty when only tasks were given. */
  readonly note: string;
  readonly tasks: readonly StageTask[];
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The state of signing as it is with the text of this moment. */
export interface SignOffs {
  /** Null when nothing was said. */
  readonly stageNote: StageNote | null;
  /** The latest; null when nobody was ever asked. */
  readonly request: SignOffRequest | null;
  readonly blockers: FinalBlockers;
}

/**
 * What was said for the stage, to everybody; null where it was only what was said to the signers, which stands with
 * their request.
 */
export function ownStageNote({
  stageNote,
  request,
}: Pick<SignOffs, "stageNote" | "request">): StageNote | null {
  if (stageNote === null || stageNote.tasks.length > 0) return stageNote;
  return stageNote.note === request?.note ? null : stageNote;
}
