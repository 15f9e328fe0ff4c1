/** Speeches as every layer sees them; the requests that change them are in speech-requests.ts. */
import type { Role } from "./access";
import type { PersonId, SpeechId } from "./ids";

/** 提纲 → 初稿 → 征求意见稿 → 送审稿 → 定稿. */
export const STAGES = ["outline", "draft", "consultation", "review", "final"] as const;
export type BuiltInStage = (typeof STAGES)[number];
/** One that an office added; see office-stages.ts. Without a sign between, which databases sort differently. */
export type OwnStage = `own${string}`;
export type Stage = BuiltInStage | OwnStage;

/** What stages are called; those of other offices, or newer than the page, aren't among them. */
export type StageNames = Readonly<Record<BuiltInStage, string> & Partial<Record<OwnStage, string>>>;

/** How headings 1–4 are numbered: 一、（一）1.（1） or 一、1、（1）. */
export const NUMBERING_STYLES = ["nested", "flat"] as const;
export type NumberingStyle = (typeof NUMBERING_STYLES)[number];

/** Someone who has the speech open at this moment. */
export interface PresentPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly color: string;
}

/** One row of the home page. */
export interface SpeechSummary {
  readonly id: SpeechId;
  readonly title: string;
  readonly speaker: string;
  readonly occasion: string;
  /** ISO date (2026-11-23) or null. */
  readonly dueOn: string | null;
  readonly stage: Stage;
  /** How many drafts were kept of the stage that it is in; the text is at the last of them. */
  readonly drafts: number;
  readonly numberingStyle: NumberingStyle;
  readonly charactersPerMinute: number;
  /** As Chinese offices count; see core/text/count.ts. */
  readonly characters: number;
  /** Spoken units, for minutes = spokenUnits / charactersPerMinute. */
  readonly spokenUnits: number;
  readonly archived: boolean;
  /** Locked in 修订: everybody but the chief writes suggestions only. */
  readonly suggestOnly: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The asker's own role. */
  readonly role: Role;
  readonly present: readonly PresentPerson[];
  /** The asker is asked to sign it and hasn't answered yet. */
  readonly asksToSign: boolean;
}

/** Nobody works on its text any more: nothing about it is late. */
export function isClosed({ archived, stage }: Pick<SpeechSummary, "archived" | "stage">): boolean {
  return archived || stage === "final";
}

export interface SpeechPage {
  readonly speeches: readonly SpeechSummary[];
  /** Pass back as `cursor` for the next page; null at the end. */
  readonly nextCursor: string | null;
}

export interface Member {
  readonly personId: PersonId;
  readonly name: string;
  readonly department: string;
  readonly title: string;
  readonly role: Role;
  /** Whether the account is: nothing is asked of who can't sign in. */
  readonly disabled: boolean;
}
