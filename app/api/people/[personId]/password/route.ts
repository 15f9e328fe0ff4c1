import { passwordResetSchema, personRefSchema } from "@/core/person";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: personRefSchema, body: passwordResetSchema },
  async ({ runtime, person, params, body }) => {
    await runtime.people.resetPassword(person, params.personId, body.initialPassword);
    return {};
  },
);
