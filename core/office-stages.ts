/**
 * The stages as this office goes through them: which there are, what it calls them, in which order, and
 * what is expected in each. 送审稿, in which people sign, and 定稿, which closes the text, are in every office.
 */
import type { Messages } from "./messages/messages";
import { newId } from "./new-id";
import {
  type BuiltInStage,
  type OwnStage,
  type SpeechSummary,
  STAGES,
  type Stage,
  type StageNames,
} from "./speech";

export interface OfficeStage {
  readonly stage: Stage;
  /** Empty for the name that the program gives it, in the reader's language; one of the office's own has one. */
  readonly name: string;
  /** Who does what in it; the chief finds it in the note when moving there. */
  readonly expects: string;
  /** Left out: no speech comes into it any more. It stays for the drafts that there were, by its name. */
  readonly removed: boolean;
  /** Of the final one: no speech comes into it that nobody was asked to sign, unless the chief says why. */
  readonly needsSignOff: boolean;
}

/** Every stage once, in the office's order, the final one last of those that aren't left out. */
export type OfficeStages = readonly OfficeStage[];

export const DEFAULT_STAGES: OfficeStages = STAGES.map((stage) => ({
  stage,
  name: "",
  expects: "",
  removed: false,
  needsSignOff: false,
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

/** Which draft of its stage a speech is at: 征求意见稿·二稿. A text that is final needs no number at first. */
export function draftName(
  { speech, stages }: Messages,
  { stage, drafts }: Pick<SpeechSummary, "stage" | "drafts">,
): string {
  const name = stageName(speech, stage);
  return drafts > (stage === "final" ? 1 : 0) ? stages.draft(name, drafts) : name;
}
