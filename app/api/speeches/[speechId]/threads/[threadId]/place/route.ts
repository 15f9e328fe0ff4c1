import { threadPlaceSchema, threadRefSchema } from "@/core/review/thread-requests";
import { personRoute } from "@/server/http/route";

export const PUT = personRoute(
  { params: threadRefSchema, body: threadPlaceSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.place(person, params.speechId, params.threadId, body),
  }),
);
