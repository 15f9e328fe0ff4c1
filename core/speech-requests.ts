/** The requests that change speeches, apart from speech.ts: the editing page needs no schemas to begin with. */
import * as z from "zod";
import { ROLES } from "./access";
import { dueOnSchema } from "./due-schema";
import { personIdSchema, requestKeySchema, speechIdSchema } from "./ids";
import { CHARACTERS_PER_MINUTE, LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import { overridesSchema } from "./sign-off-requests";
import { NUMBERING_STYLES, type OwnStage, STAGES } from "./speech";
import { newStageTasksSchema } from "./stage-task";

const ownStageSchema = z
  .string()
  .regex(/^own[a-z0-9]{16,32}$/)
  .transform((text) => text as OwnStage); // it has the form of one
export const stageSchema = z.union([z.enum(STAGES), ownStageSchema]);

const title = oneLineSchema().min(1).max(LIMITS.titleCharacters);
const shortText = oneLineSchema().max(LIMITS.titleCharacters);
const dueOn = dueOnSchema.nullable();
const charactersPerMinute = z.number().int().min(CHARACTERS_PER_MINUTE.min).max(CHARACTERS_PER_MINUTE.max);

export const newSpeechSchema = z.object({
  title,
  speaker: shortText.default(""),
  occasion: shortText.default(""),
  dueOn: dueOn.default(null),
  /** Pasted plain text to start from; empty for a blank speech. */
  text: z.string().max(500_000).default(""),
  key: requestKeySchema.optional(),
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
  /** The stage and how many drafts of it whoever moves it knows of; left out by who moves it in any case. */
  from: z.strictObject({ stage: stageSchema, drafts: z.number().int().min(0) }).optional(),
  tasks: newStageTasksSchema.optional(),
  /** For the final stage: why what keeps the speech from it may wait. */
  overrides: overridesSchema.optional(),
});
export type StageMove = z.infer<typeof stageMoveSchema>;

export const speechQuerySchema = z.object({
  /** Words in title, speaker or occasion; every word must be found. */
  q: z.string().trim().max(LIMITS.searchCharacters).default(""),
  archived: z.stringbool().default(false),
  cursor: z.string().max(100).optional(),
});
export type SpeechQuery = z.infer<typeof speechQuerySchema>;

export const memberChangeSchema = z.object({ role: z.enum(ROLES) });
export const newMemberSchema = z.object({ personId: personIdSchema, role: z.enum(ROLES) });

export const speechRefSchema = z.object({ speechId: speechIdSchema });
export const memberRefSchema = z.object({ speechId: speechIdSchema, personId: personIdSchema });
