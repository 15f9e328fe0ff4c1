import { openRoute } from "@/server/http/route";

/** For load balancers and `npm start`'s own check: 200 only when the database answers. */
export const GET = openRoute({}, async ({ runtime }) => {
  await runtime.people.needsSetUp();
  return { status: "ok" };
});
