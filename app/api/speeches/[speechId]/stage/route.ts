import { speechRefSchema, stageMoveSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  blockers: await runtime.stages.blockers(person, params.speechId),
  names: await runtime.stages.signers(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: stageMoveSchema },
  async ({ runtime, person, params, body }) => ({
    version: await runtime.stages.move(person, params.speechId, body),
  }),
);
