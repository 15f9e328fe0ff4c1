import { newSignOffSchema } from "@/core/sign-off-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  signOffs: await runtime.signOffs.read(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: newSignOffSchema },
  async ({ runtime, person, params, body }) => ({
    signOffs: await runtime.signOffs.sign(person, params.speechId, body),
  }),
);
