import { speechRefSchema, stageMoveSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, ({ runtime, person, params }) =>
  runtime.stages.blockers(person, params.speechId),
);

export const POST = personRoute(
  { params: speechRefSchema, body: stageMoveSchema },
  async ({ runtime, person, params, body }) => ({
    version: await runtime.stages.move(person, params.speechId, body),
  }),
);
