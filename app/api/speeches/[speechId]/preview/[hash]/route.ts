import { previewPageRefSchema, previewSchema } from "@/core/preview";
import { fileAnswer } from "@/server/http/file-answer";
import { personRoute } from "@/server/http/route";

// As a file to save: shown by its address it would be a document in our own origin.
export const GET = personRoute(
  { params: previewPageRefSchema, query: previewSchema },
  async ({ runtime, person, params: { speechId, hash }, query: { layout } }) =>
    fileAnswer(await runtime.previews.page(person, speechId, { layout, hash }), {
      title: hash,
      // Compressed where it was made. Next takes the header away that would say so, and compresses it again.
      extension: "svgz",
      type: "application/gzip",
    }),
);
