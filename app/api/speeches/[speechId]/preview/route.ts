import { previewListSchema } from "@/core/preview";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute(
  { params: speechRefSchema, query: previewListSchema },
  async ({ runtime, person, params, query }) => ({
    preview: await runtime.previews.read(person, params.speechId, query.layout, query.near),
  }),
);
