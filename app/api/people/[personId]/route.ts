import { personChangeSchema, personRefSchema } from "@/core/person";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: personRefSchema, body: personChangeSchema },
  async ({ runtime, person, params, body }) => ({
    person: await runtime.people.change(person, params.personId, body),
  }),
);
