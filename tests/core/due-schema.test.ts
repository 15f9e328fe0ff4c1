import { expect, it } from "vitest";
import { newPersonId } from "@/core/ids";
import { newSignOffRequestSchema } from "@/core/sign-off-requests";
import { newSpeechSchema, speechChangeSchema, stageMoveSchema } from "@/core/speech-requests";

const people = [newPersonId()];
const requests = {
  "a new speech": (dueOn: unknown) => newSpeechSchema.safeParse({ title: "讲话", dueOn }),
  "a speech's details": (dueOn: unknown) => speechChangeSchema.safeParse({ dueOn }),
  "a request to sign": (dueOn: unknown) =>
    newSignOffRequestSchema.safeParse({ people, inOrder: true, dueOn }),
  "a task": (dueOn: unknown) =>
    stageMoveSchema.safeParse({
      stage: "review",
      tasks: [{ personId: people[0], what: "核对数据", dueOn }],
    }),
};

it.each(Object.entries(requests))(
  "UI-38 %s takes a due date that exists, with its whole year",
  (_, parse) => {
    for (const dueOn of ["2026-11-25", "2000-01-01", null]) expect(parse(dueOn).success).toBe(true);
    for (const dueOn of [
      "0026-11-25",
      "0202-11-25",
      "1999-12-31",
      "20266-11-25",
      "2026-02-31",
      "2026-11",
      "",
    ]) {
      expect(parse(dueOn).success).toBe(false);
    }
  },
);
