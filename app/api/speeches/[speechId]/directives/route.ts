import { newDirectiveSchema } from "@/core/directive-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  directives: await runtime.directives.list(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: newDirectiveSchema },
  async ({ runtime, person, params, body }) => ({
    directive: await runtime.directives.create(person, params.speechId, body),
  }),
);
