import { openRoute } from "@/server/http/route";

/** Open to everybody: after a restore pages ask whose sessions are gone. */
export const GET = openRoute({}, async ({ runtime }) => ({ generation: await runtime.dataGeneration() }));
