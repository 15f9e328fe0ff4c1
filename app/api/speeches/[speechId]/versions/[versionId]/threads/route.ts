import { versionParamsSchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: versionParamsSchema }, async ({ runtime, person, params }) => ({
  threads: await runtime.versions.threads(person, params.speechId, params.versionId),
}));
