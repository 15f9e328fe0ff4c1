import { directiveAnswerSchema, directiveRefSchema } from "@/core/directive-requests";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: directiveRefSchema, body: directiveAnswerSchema },
  async ({ runtime, person, params, body }) => ({
    directive: await runtime.directives.answer(person, params.speechId, params.directiveId, body),
  }),
);
