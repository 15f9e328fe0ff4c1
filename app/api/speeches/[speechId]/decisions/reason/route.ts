import { decisionReasonSchema } from "@/core/review/decision";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const PUT = personRoute(
  { params: speechRefSchema, body: decisionReasonSchema },
  async ({ runtime, person, params, body }) => {
    await runtime.decisions.explain(person, params.speechId, body);
    return {};
  },
);
