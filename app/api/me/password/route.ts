import { passwordChangeSchema } from "@/core/person";
import { secretOf } from "@/server/auth/requester";
import { sessionCookie } from "@/server/auth/session-cookie";
import { jsonAnswer } from "@/server/http/answer";
import { isSecure, personRoute } from "@/server/http/route";

/** Ends every session of the person, then begins a new one for this browser only. */
export const POST = personRoute(
  { body: passwordChangeSchema, beforePasswordChange: true },
  async ({ runtime, request, person, body }) => {
    await runtime.people.changeOwnPassword(person, body.currentPassword, body.newPassword);
    const signedIn = await runtime.sessions.signIn({
      signInName: person.signInName,
      password: body.newPassword,
      address: request.headers.get("x-forwarded-for") ?? "unknown",
    });
    const claims = { personId: signedIn.person.id, sessionVersion: signedIn.sessionVersion };
    const response = jsonAnswer({});
    const cookie = await sessionCookie(claims, { secure: isSecure(request), secret: secretOf(runtime) });
    response.headers.append("Set-Cookie", cookie);
    return response;
  },
);
