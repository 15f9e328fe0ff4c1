import { speechRefSchema } from "@/core/speech-requests";
import { comparisonQuerySchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute(
  { params: speechRefSchema, query: comparisonQuerySchema },
  ({ runtime, person, params, query }) =>
    runtime.versions.compare(person, params.speechId, query.from, query.to),
);
