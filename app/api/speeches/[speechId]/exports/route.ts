import { exportSchema, MEDIA_TYPES } from "@/core/export";
import { speechRefSchema } from "@/core/speech";
import { fileAnswer } from "@/server/http/file-answer";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: speechRefSchema, body: exportSchema },
  async ({ runtime, person, params, body }) => {
    const { title, bytes } = await runtime.exports.make(person, params.speechId, body);
    return fileAnswer(bytes, { title, extension: body.format, type: MEDIA_TYPES[body.format] });
  },
);
