import { newSpeechSchema, speechQuerySchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ query: speechQuerySchema }, ({ runtime, person, query }) =>
  runtime.speeches.list(person, query),
);

export const POST = personRoute({ body: newSpeechSchema }, async ({ runtime, person, body }) => ({
  speech: await runtime.speeches.create(person, body),
}));
