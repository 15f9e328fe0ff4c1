import { newCommentSchema, threadRefSchema } from "@/core/review/thread-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: threadRefSchema, body: newCommentSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.reply(person, params.speechId, params.threadId, body),
  }),
);
