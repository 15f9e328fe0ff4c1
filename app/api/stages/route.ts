import { officeStagesSchema } from "@/core/office-stages-request";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({}, async ({ runtime }) => ({ stages: await runtime.officeStages.read() }));

export const PUT = personRoute({ body: officeStagesSchema }, async ({ runtime, person, body }) => ({
  stages: await runtime.officeStages.change(person, body.stages, body.known),
}));
