import { noticesReadSchema } from "@/core/notice";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({}, async ({ runtime, person }) => ({
  inbox: await runtime.notices.inbox(person),
}));

/** Those were read. */
export const PATCH = personRoute({ body: noticesReadSchema }, async ({ runtime, person, body }) => ({
  inbox: await runtime.notices.markRead(person, body),
}));
