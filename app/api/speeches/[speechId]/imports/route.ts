import { versionImportSchema } from "@/core/import-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: speechRefSchema, query: versionImportSchema },
  async ({ runtime, person, readFile, params, query }) => {
    return { version: await runtime.imports.createVersion(person, params.speechId, await readFile(), query) };
  },
);
