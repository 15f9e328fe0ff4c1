/** 分工: what the chief expects of a person in the draft that a speech has come to, and by when. */
import * as z from "zod";
import { dueOnSchema } from "./due-schema";
import { type PersonId, personIdSchema } from "./ids";
import { LIMITS } from "./limits";

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
      what: z
        .string()
        .trim()
        .min(1)
        .max(LIMITS.taskCharacters)
        .regex(/^[^\r\n]*$/),
      dueOn: dueOnSchema.nullable().default(null),
    }),
  )
  .max(LIMITS.tasksPerMove);
export type NewStageTask = z.infer<typeof newStageTasksSchema>[number];
