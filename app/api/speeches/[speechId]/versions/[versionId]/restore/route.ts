import { restoreSchema, versionParamsSchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: versionParamsSchema, body: restoreSchema },
  ({ runtime, person, params, body }) =>
    runtime.versions.restore(person, params.speechId, params.versionId, body),
);
