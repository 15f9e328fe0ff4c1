import { importPreviewSchema } from "@/core/import-requests";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { query: importPreviewSchema },
  async ({ runtime, person, readFile, query }) => {
    return { preview: await runtime.imports.preview(person, await readFile(), query) };
  },
);
