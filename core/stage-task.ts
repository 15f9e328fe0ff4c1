/** 分工: what the chief expects of a person in the draft that a speech has come to, and by when. */
import * as z from "zod";
import { dueOnSchema } from "./due-schema";
import { type PersonId, personIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";

export interface StageTask {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly what: string;
  /** ISO date or null. */
  readonly dueOn: string | null;
}

/** In the order in which they are shown. */
export const newStageTasksSchema = z
  .array(
    z.object({
      personId: personIdSchema,
      what: oneLineSchema().min(1).max(LIMITS.taskCharacters),
      dueOn: dueOnSchema.nullable().default(null),
    }),
  )
  .max(LIMITS.tasksPerMove);
export type NewStageTask = z.infer<typeof newStageTasksSchema>[number];
