import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  version: await runtime.versions.keepBeforeChange(person, params.speechId),
}));
