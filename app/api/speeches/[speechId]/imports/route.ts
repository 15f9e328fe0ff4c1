import { versionImportSchema } from "@/core/import-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { readFileBody } from "@/server/http/body";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: speechRefSchema, query: versionImportSchema },
  async ({ runtime, request, person, share, params, query }) => {
    const file = { bytes: await readFileBody(request, share), signal: request.signal };
    return { version: await runtime.imports.createVersion(person, params.speechId, file, query) };
  },
);
