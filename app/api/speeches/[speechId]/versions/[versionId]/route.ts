import { versionChangeSchema, versionParamsSchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: versionParamsSchema }, async ({ runtime, person, params }) => ({
  version: await runtime.versions.read(person, params.speechId, params.versionId),
}));

export const PATCH = personRoute(
  { params: versionParamsSchema, body: versionChangeSchema },
  async ({ runtime, person, params, body }) => ({
    version: await runtime.versions.name(person, params.speechId, params.versionId, body),
  }),
);
