import { MEDIA_TYPES } from "@/core/export";
import { recordSheetSchema } from "@/core/record-sheet";
import { speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";
import { answerWithFile } from "@/server/http/streamed-file";

export const POST = personRoute(
  { params: speechRefSchema, body: recordSheetSchema },
  ({ runtime, request, person, params, body }) =>
    answerWithFile({ request, log: runtime.log }, async (work) => {
      const file = await runtime.records.sheet(person, params.speechId, body, work);
      return { ...file, extension: "pdf", type: MEDIA_TYPES.pdf };
    }),
);
