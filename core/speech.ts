/** Speeches as every layer sees them, and the requests that change them. */
import * as z from "zod";
import { ROLES, type Role } from "./access";
import { type PersonId, personIdSchema, type SpeechId, speechIdSchema } from "./ids";
import { CHARACTERS_PER_MINUTE, LIMITS } from "./limits";
import { overridesSchema } from "./sign-off";

/** 提纲 → 初稿 → 征求意见稿 → 送审稿 → 定稿. */
export const STAGES = ["outline", "draft", "consultation", "review", "final"] as const;
export type BuiltInStage = (typeof STAGES)[number];
/** One that an office added; see office-stages.ts. Without a sign between, which databases sort differently. */
export type OwnStage = `own${string}`;
export type Stage = BuiltInStage | OwnStage;

/** What stages are called; those of other offices, or newer than the page, aren't among them. */
export type StageNames = Readonly<Record<BuiltInStage, string> & Partial<Record<OwnStage, string>>>;

const ownStageSchema = z
  .string()
  .regex(/^own[a-z0-9]{16,32}$/)
  .transform((text) => text as OwnStage); // it has the form of one
export const stageSchema = z.union([z.enum(STAGES), ownStageSchema]);

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
}

const title = z.string().trim().min(1).max(LIMITS.titleCharacters);
const shortText = z.string().trim().max(LIMITS.titleCharacters);
const dueOn = z.iso.date().nullable();
const charactersPerMinute = z.number().int().min(CHARACTERS_PER_MINUTE.min).max(CHARACTERS_PER_MINUTE.max);

export const newSpeechSchema = z.object({
  title,
  speaker: shortText.default(""),
  occasion: shortText.default(""),
  dueOn: dueOn.default(null),
  /** Pasted plain text to start from; empty for a blank speech. */
  text: z.string().max(500_000).default(""),
});
export type NewSpeech = z.infer<typeof newSpeechSchema>;

export const speechChangeSchema = z
  .object({
    title,
    speaker: shortText,
    occasion: shortText,
    dueOn,
    numberingStyle: z.enum(NUMBERING_STYLES),
    charactersPerMinute,
    archived: z.boolean(),
    suggestOnly: z.boolean(),
  })
  .partial();
export type SpeechChange = z.infer<typeof speechChangeSchema>;

/** To another stage, or to the next draft of the same; `note` says what is expected of whom by when, or why. */
export const stageMoveSchema = z.object({
  stage: stageSchema,
  note: z.string().trim().max(500).default(""),
  /** For the final stage: why what keeps the speech from it may wait. */
  overrides: overridesSchema.optional(),
});
export type StageMove = z.infer<typeof stageMoveSchema>;

export const speechQuerySchema = z.object({
  /** Words in title, speaker or occasion; every word must be found. */
  q: z.string().trim().max(100).default(""),
  archived: z.stringbool().default(false),
  cursor: z.string().max(100).optional(),
});
export type SpeechQuery = z.infer<typeof speechQuerySchema>;

export const memberChangeSchema = z.object({ role: z.enum(ROLES) });
export const newMemberSchema = z.object({ personId: personIdSchema, role: z.enum(ROLES) });

export const speechRefSchema = z.object({ speechId: speechIdSchema });
export const memberRefSchema = z.object({ speechId: speechIdSchema, personId: personIdSchema });
