import { fileComparisonSchema } from "@/core/import-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { comparisonQuerySchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute(
  { params: speechRefSchema, query: comparisonQuerySchema },
  ({ runtime, person, params, query }) =>
    runtime.versions.compare(person, params.speechId, query.from, query.to, query),
);

/** The body is a file, which is one of the two. */
export const POST = personRoute(
  { params: speechRefSchema, query: fileComparisonSchema },
  async ({ runtime, person, readFile, params, query }) => {
    return runtime.imports.compare(person, params.speechId, await readFile(), query);
  },
);
