import { exportSeveralSchema } from "@/core/export";
import { timeZoneQuerySchema } from "@/core/time-zone";
import { personRoute } from "@/server/http/route";
import { answerWithFile } from "@/server/http/streamed-file";

export const POST = personRoute(
  { query: timeZoneQuerySchema, body: exportSeveralSchema },
  ({ runtime, request, person, query, body }) =>
    answerWithFile({ request, log: runtime.log }, async (work) => {
      const file = await runtime.exports.makeSeveral(person, body, { ...work, ...query });
      return { ...file, title: "speeches", extension: "zip", type: "application/zip" };
    }),
);
