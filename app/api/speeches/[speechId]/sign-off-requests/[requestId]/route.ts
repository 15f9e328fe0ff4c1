import { signOffRequestRefSchema } from "@/core/sign-off-requests";
import { personRoute } from "@/server/http/route";

export const DELETE = personRoute(
  { params: signOffRequestRefSchema },
  async ({ runtime, person, params }) => ({
    signOffs: await runtime.signOffs.withdraw(person, params.speechId, params.requestId),
  }),
);
