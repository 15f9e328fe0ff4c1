import { threadChangeSchema, threadRefSchema } from "@/core/review/thread-requests";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: threadRefSchema, body: threadChangeSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.resolve(person, params.speechId, params.threadId, body.resolved),
  }),
);
