import { decisionQuerySchema } from "@/core/review/decision";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute(
  { params: speechRefSchema, query: decisionQuerySchema },
  ({ runtime, person, params, query }) => runtime.decisions.list(person, params.speechId, query),
);
