import { exportSeveralSchema } from "@/core/export";
import { personRoute } from "@/server/http/route";
import { answerWithFile } from "@/server/http/streamed-file";

export const POST = personRoute({ body: exportSeveralSchema }, ({ runtime, request, person, body }) =>
  answerWithFile({ request, log: runtime.log }, async (work) => {
    const file = await runtime.exports.makeSeveral(person, body, work);
    return { ...file, title: "speeches", extension: "zip", type: "application/zip" };
  }),
);
