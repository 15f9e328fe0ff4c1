import { mailSettingsSchema } from "@/core/notice";
import { personRoute } from "@/server/http/route";
import { requestLocale } from "../../../locale";

export const GET = personRoute({}, async ({ runtime, person }) => ({
  mail: await runtime.notices.mailSettings(person),
  available: runtime.config.smtpUrl !== undefined,
}));

export const PUT = personRoute({ body: mailSettingsSchema }, async ({ runtime, person, body }) => ({
  mail: await runtime.notices.setMailSettings(person, body, await requestLocale()),
  available: runtime.config.smtpUrl !== undefined,
}));
