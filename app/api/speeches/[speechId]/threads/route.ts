import { newThreadSchema } from "@/core/review/thread-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  threads: await runtime.threads.list(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: newThreadSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.create(person, params.speechId, body),
  }),
);
