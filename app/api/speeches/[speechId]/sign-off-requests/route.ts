import { newSignOffRequestSchema } from "@/core/sign-off-requests";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: speechRefSchema, body: newSignOffRequestSchema },
  async ({ runtime, person, params, body }) => ({
    signOffs: await runtime.signOffs.request(person, params.speechId, body),
  }),
);
