import type { Stage } from "@/core/speech";
import type { Queries } from "../db/database";
import { readOfficeStages } from "./office-stages";

/** What the office itself calls these stages; those without a name of its own are left out. */
export async function ownStageNames(
  queries: Queries,
  stages: readonly Stage[],
): Promise<Partial<Record<Stage, string>>> {
  const known = await readOfficeStages(queries);
  const own = known.filter(({ stage, name }) => stages.includes(stage) && name !== "");
  return Object.fromEntries(own.map(({ stage, name }) => [stage, name]));
}
