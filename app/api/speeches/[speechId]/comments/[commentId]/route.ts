import { commentChangeSchema, commentRefSchema } from "@/core/review/thread-requests";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: commentRefSchema, body: commentChangeSchema },
  async ({ runtime, person, params, body }) => ({
    thread: await runtime.threads.changeComment(person, params.speechId, params.commentId, body),
  }),
);

export const DELETE = personRoute({ params: commentRefSchema }, async ({ runtime, person, params }) => ({
  thread: await runtime.threads.deleteComment(person, params.speechId, params.commentId),
}));
