import { exportSchema, MEDIA_TYPES } from "@/core/export";
import { speechRefSchema } from "@/core/speech-requests";
import { timeZoneQuerySchema } from "@/core/time-zone";
import { personRoute } from "@/server/http/route";
import { answerWithFile } from "@/server/http/streamed-file";

export const POST = personRoute(
  { params: speechRefSchema, query: timeZoneQuerySchema, body: exportSchema },
  ({ runtime, request, person, params, query, body }) =>
    answerWithFile({ request, log: runtime.log }, async (work) => {
      const file = await runtime.exports.make(person, params.speechId, body, { ...work, ...query });
      return { ...file, extension: body.format, type: MEDIA_TYPES[body.format] };
    }),
);
