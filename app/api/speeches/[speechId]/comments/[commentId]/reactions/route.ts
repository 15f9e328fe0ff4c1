import { commentRefSchema, reactionChangeSchema } from "@/core/review/thread-requests";
import { personRoute } from "@/server/http/route";

export const PUT = personRoute(
  { params: commentRefSchema, body: reactionChangeSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.react(person, params.speechId, params.commentId, body),
  }),
);
