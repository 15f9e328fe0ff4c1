import { speechRefSchema } from "@/core/speech-requests";
import { newVersionSchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  versions: await runtime.versions.list(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: newVersionSchema },
  async ({ runtime, person, params, body }) => ({
    version: await runtime.versions.create(person, params.speechId, body),
  }),
);
