import { speechRefSchema } from "@/core/speech-requests";
import { passageQuerySchema } from "@/core/version-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute(
  { params: speechRefSchema, query: passageQuerySchema },
  ({ runtime, person, params, query }) => runtime.versions.search(person, params.speechId, query.q),
);
