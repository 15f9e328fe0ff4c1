import { passwordChangeSchema } from "@/core/person";
import { secretOf } from "@/server/auth/requester";
import { sessionCookie } from "@/server/auth/session-cookie";
import { jsonAnswer } from "@/server/http/answer";
import { isSecure, personRoute } from "@/server/http/route";

/** Ends every session of the person, then begins a new one for this browser only. */
export const POST = personRoute(
  { body: passwordChangeSchema, beforePasswordChange: true },
  async ({ runtime, request, person, body }) => {
    const claims = await runtime.people.changeOwnPassword(person, body.currentPassword, body.newPassword);
    const response = jsonAnswer({});
    const cookie = await sessionCookie(claims, { secure: isSecure(request), secret: secretOf(runtime) });
    response.headers.append("Set-Cookie", cookie);
    return response;
  },
);
