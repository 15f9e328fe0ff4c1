import { DOCX_TYPE, exportSchema } from "@/core/export";
import { speechRefSchema } from "@/core/speech";
import { fileAnswer } from "@/server/http/file-answer";
import { personRoute } from "@/server/http/route";

export const POST = personRoute(
  { params: speechRefSchema, body: exportSchema },
  async ({ runtime, person, params, body }) => {
    const { title, bytes } = await runtime.exports.docx(person, params.speechId, body);
    return fileAnswer(bytes, { name: `${title}.docx`, type: DOCX_TYPE });
  },
);
