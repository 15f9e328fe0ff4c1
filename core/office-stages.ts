/**
 * The stages as this office goes through them: what it calls them, in which order, and what is expected
 * in each. Which stages there are, and that the final one closes the text, stays the program's.
 */
import * as z from "zod";
import { STAGES, type Stage } from "./speech";

export interface OfficeStage {
  readonly stage: Stage;
  /** Empty for the name that the program gives it, in the reader's language. */
  readonly name: string;
  /** Who does what in it; the chief finds it in the note when moving there. */
  readonly expects: string;
}

/** Every stage once, in the office's order, the final one last. */
export type OfficeStages = readonly OfficeStage[];

export const DEFAULT_STAGES: OfficeStages = STAGES.map((stage) => ({ stage, name: "", expects: "" }));

/** The program's own names, with those that the office gave. */
export function stageNames(
  names: Readonly<Record<Stage, string>>,
  stages: OfficeStages,
): Readonly<Record<Stage, string>> {
  const own = stages.filter(({ name }) => name !== "").map(({ stage, name }) => [stage, name]);
  return { ...names, ...Object.fromEntries(own) };
}

const officeStageSchema = z.object({
  stage: z.enum(STAGES),
  name: z.string().trim().max(20),
  expects: z.string().trim().max(500),
});

export const officeStagesSchema = z.object({
  stages: z
    .array(officeStageSchema)
    .length(STAGES.length)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === STAGES.length)
    .refine((stages) => stages.at(-1)?.stage === "final")
    .refine((stages) => {
      const names = stages.map(({ name }) => name).filter((name) => name !== "");
      return new Set(names).size === names.length;
    }),
});
