import { importPreviewSchema } from "@/core/import-requests";
import { readFileBody } from "@/server/http/body";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { query: importPreviewSchema },
  async ({ runtime, request, person, share, query }) => {
    const file = { bytes: await readFileBody(request, share), signal: request.signal };
    return { preview: await runtime.imports.preview(person, file, query) };
  },
);
