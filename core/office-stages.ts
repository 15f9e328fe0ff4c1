/**
 * The stages as this office goes through them: which there are, what it calls them, in which order, and
 * what is expected in each. 送审稿, in which people sign, and 定稿, which closes the text, are in every office.
 */
import * as z from "zod";
import { LIMITS } from "./limits";
import { LOCALES } from "./messages/locale";
import { type Messages, messagesFor } from "./messages/messages";
import { newId } from "./new-id";
import { type BuiltInStage, type OwnStage, STAGES, type Stage, type StageNames, stageSchema } from "./speech";

export interface OfficeStage {
  readonly stage: Stage;
  /** Empty for the name that the program gives it, in the reader's language; one of the office's own has one. */
  readonly name: string;
  /** Who does what in it; the chief finds it in the note when moving there. */
  readonly expects: string;
  /** Left out: no speech comes into it any more. It stays for the drafts that there were, by its name. */
  readonly removed: boolean;
}

/** Every stage once, in the office's order, the final one last of those that aren't left out. */
export type OfficeStages = readonly OfficeStage[];

export const DEFAULT_STAGES: OfficeStages = STAGES.map((stage) => ({
  stage,
  name: "",
  expects: "",
  removed: false,
}));

/** 送审稿 and 定稿 mean something to the program. */
export const mayRemove = (stage: Stage): boolean => stage !== "review" && stage !== "final";

export const isBuiltIn = (stage: Stage): stage is BuiltInStage => STAGES.some((known) => known === stage);

export const newOwnStage = (): OwnStage => `own${newId()}`;

export const currentStages = (stages: OfficeStages): OfficeStages => stages.filter(({ removed }) => !removed);

/** Where a new speech begins: as a draft, where the office has that. */
export function firstStage(stages: OfficeStages): Stage {
  const current = currentStages(stages).map(({ stage }) => stage);
  return current.includes("draft") ? "draft" : (current.find(mayRemove) ?? "review");
}

/** The program's own names, with those that the office gave. */
export function stageNames(names: StageNames, stages: OfficeStages): StageNames {
  const own = stages.filter(({ name }) => name !== "").map(({ stage, name }) => [stage, name]);
  return { ...names, ...Object.fromEntries(own) };
}

/** What a stage is called; one that an administrator added since the page was loaded has no name there yet. */
export const stageName = ({ stages, newStage }: Messages["speech"], stage: Stage): string =>
  stages[stage] ?? newStage;

const officeStageSchema = z.object({
  stage: stageSchema,
  name: z.string().trim().refine(fitsName),
  expects: z.string().trim().max(500),
  removed: z.boolean().default(false),
});

export const officeStagesSchema = z.object({
  stages: z
    .array(officeStageSchema)
    .max(LIMITS.knownStages)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === stages.length)
    .refine((stages) => stages.every(({ stage, name }) => isBuiltIn(stage) || name !== ""))
    .refine((stages) => {
      const current = currentStages(stages);
      const has = (stage: Stage) => current.some((each) => each.stage === stage);
      const others = current.filter(({ stage }) => mayRemove(stage)).length;
      return has("review") && others > 0 && current.at(-1)?.stage === "final";
    })
    .refine((stages) => currentStages(stages).length <= LIMITS.officeStages)
    .refine((stages) => takenNames(stages).size === 0),
});

/** Ten Chinese characters, or twenty Latin letters. */
export function fitsName(name: string): boolean {
  const width = [...name].reduce((sum, letter) => sum + (/[\u1100-\uffff]/.test(letter) ? 2 : 1), 0);
  return width <= 2 * LIMITS.stageNameCharacters;
}

/** Stages that are called like another one, in whichever language. */
export function takenNames(stages: OfficeStages): ReadonlySet<Stage> {
  const taken = new Set<Stage>();
  for (const locale of LOCALES) {
    const given = messagesFor(locale).speech.stages;
    const byName = new Map<string, Stage>();
    for (const { stage, name } of currentStages(stages)) {
      const shown = name.trim() || (given[stage] ?? "");
      if (shown === "") continue;
      const other = byName.get(shown);
      if (other !== undefined) taken.add(other).add(stage);
      byName.set(shown, stage);
    }
  }
  return taken;
}
