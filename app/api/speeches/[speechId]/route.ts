import { speechChangeSchema, speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  speech: await runtime.speeches.get(person, params.speechId),
}));

export const PATCH = personRoute(
  { params: speechRefSchema, body: speechChangeSchema },
  async ({ runtime, person, params, body }) => ({
    speech: await runtime.speeches.change(person, params.speechId, body),
  }),
);
