import { speechImportSchema } from "@/core/import-requests";
import { readFileBody } from "@/server/http/body";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { query: speechImportSchema },
  async ({ runtime, request, person, share, query }) => {
    const file = { bytes: await readFileBody(request, share), signal: request.signal };
    return { speech: await runtime.imports.createSpeech(person, file, query) };
  },
);
