import { LIMITS } from "@/core/limits";
import { setUpSchema } from "@/core/person";
import { openRoute } from "@/server/http/route";

export const GET = openRoute({}, async ({ runtime }) => ({ needsSetUp: await runtime.people.needsSetUp() }));

export const POST = openRoute(
  { body: setUpSchema, mostBytes: LIMITS.signInBytes },
  async ({ runtime, body }) => ({ person: await runtime.people.setUp(body) }),
);
