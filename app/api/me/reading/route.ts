import { readingSettingsSchema } from "@/core/reading";
import { personRoute } from "@/server/http/route";

export const PUT = personRoute({ body: readingSettingsSchema }, async ({ runtime, person, body }) => ({
  reading: await runtime.readingSettings.set(person, body),
}));
