/** The request that sets which stages an office goes through. It looks at the names in every language. */
import * as z from "zod";
import { LIMITS } from "./limits";
import { LOCALES } from "./messages/locale";
import { messagesFor } from "./messages/messages";
import { currentStages, isBuiltIn, mayRemove, type OfficeStages } from "./office-stages";
import { oneLine, oneLineSchema } from "./one-line";
import type { Stage } from "./speech";
import { stageSchema } from "./speech-requests";

const officeStageSchema = z.object({
  stage: stageSchema,
  name: oneLineSchema().refine(fitsName),
  expects: z.string().trim().max(500),
  removed: z.boolean().default(false),
  needsSignOff: z.boolean(),
});

/** Names that were kept before they were made one line are compared as they are. */
const knownStageSchema = officeStageSchema.extend({ name: z.string().refine(fitsName) });

export const officeStagesSchema = z.object({
  stages: z
    .array(officeStageSchema)
    .max(LIMITS.knownStages)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === stages.length)
    .refine((stages) => stages.every(({ stage, name }) => isBuiltIn(stage) || name !== ""))
    .refine((stages) => stages.every(({ stage, needsSignOff }) => stage === "final" || !needsSignOff))
    .refine((stages) => {
      const current = currentStages(stages);
      const has = (stage: Stage) => current.some((each) => each.stage === stage);
      const others = current.filter(({ stage }) => mayRemove(stage)).length;
      return has("review") && others > 0 && current.at(-1)?.stage === "final";
    })
    .refine((stages) => currentStages(stages).length <= LIMITS.officeStages)
    .refine((stages) => takenNames(stages).size === 0),
  /** As whoever changes them knows them; left out by who changes them in any case. */
  known: z.array(knownStageSchema).max(LIMITS.knownStages).optional(),
});

/** Ten Chinese characters, or twenty Latin letters, of what is seen of it. */
export function fitsName(name: string): boolean {
  const width = [...oneLine(name)].reduce((sum, letter) => sum + (/[\u1100-\uffff]/.test(letter) ? 2 : 1), 0);
  return width <= 2 * LIMITS.stageNameCharacters;
}

/** Stages that are called like another one, by what is seen of it, in whichever language. */
export function takenNames(stages: OfficeStages): ReadonlySet<Stage> {
  const taken = new Set<Stage>();
  for (const locale of LOCALES) {
    const given = messagesFor(locale).speech.stages;
    const byName = new Map<string, Stage>();
    for (const { stage, name } of currentStages(stages)) {
      const shown = oneLine(name) || (given[stage] ?? "");
      if (shown === "") continue;
      const other = byName.get(shown);
      if (other !== undefined) taken.add(other).add(stage);
      byName.set(shown, stage);
    }
  }
  return taken;
}
