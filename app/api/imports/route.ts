import { speechImportSchema } from "@/core/import-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { query: speechImportSchema },
  async ({ runtime, person, readFile, query }) => {
    return { speech: await runtime.imports.createSpeech(person, await readFile(), query) };
  },
);
