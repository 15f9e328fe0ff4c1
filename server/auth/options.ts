/** next-auth's options: local accounts, sessions in a cookie, none of its own pages. */
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { isAppError } from "../http/answer";
import type { Runtime } from "../runtime";
import { typedSignInName } from "../services/sign-in-name";
import { SESSION_SECONDS, sessionEndSchema } from "./session-cookie";

/** A request that is under way may renew the cookie once more, a moment later. */
const REMEMBERED_MS = (SESSION_SECONDS + 60) * 1000;

const credentialsSchema = z.object({
  signInName: z.string().transform(typedSignInName).pipe(z.string().min(1).max(LIMITS.nameCharacters)),
  password: z.string().min(1).max(LIMITS.passwordMaxCharacters),
});

/** What `authorize` hands to the jwt callback; next-auth wants an `id` of its own. */
const signedInSchema = z.object({ id: z.string(), sessionVersion: z.number() });

/** The sign-in page gets this in next-auth's `error`, so only codes that it knows may leave. */
function signInError(error: unknown, runtime: Runtime): Error {
  if (isAppError(error)) return new Error(error.code);
  runtime.log.error({ err: error }, "sign-in failed unexpectedly");
  return new Error("internal");
}

export interface AuthRequest {
  /** Decides the cookies' names and their Secure attribute. */
  readonly secure: boolean;
  /** The session of who signs out couldn't be ended; next-auth itself swallows what is thrown there, and says it is done. */
  readonly onNotEnded: (error: unknown) => void;
}

/** Options for one request. */
export function authOptions(runtime: Runtime, { secure, onNotEnded }: AuthRequest): NextAuthOptions {
  return {
    secret: runtime.config.sessionSecret,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      credentialsProvider({
        credentials: { signInName: { type: "text" }, password: { type: "password" } },
        authorize: async (given, request) => {
          const credentials = credentialsSchema.safeParse(given);
          // Input that can't be anyone's must look like any other wrong sign-in.
          if (!credentials.success) throw new Error("sign-in-failed");
          // Written by the server (edge.ts), never the client's own.
          const address = String(request.headers?.["x-forwarded-for"] ?? "unknown");
          try {
            const signedIn = await runtime.sessions.signIn({ ...credentials.data, address });
            return { id: signedIn.person.id, sessionVersion: signedIn.sessionVersion };
          } catch (error) {
            throw signInError(error, runtime);
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        if (!user) return token;
        const { id, sessionVersion } = signedInSchema.parse(user);
        return { personId: id, sessionVersion, sessionId: newId() };
      },
    },
    events: {
      // The cookie goes with the answer; a copy of it, and sockets that it opened, stand no longer either.
      signOut: async ({ token }) => {
        const session = sessionEndSchema.safeParse(token);
        if (!session.success) return;
        await runtime.sessions.end(session.data, Date.now() + REMEMBERED_MS).catch(onNotEnded);
      },
    },
    logger: {
      error: (code) => runtime.log.warn({ code }, "next-auth error"),
      warn: (code) => runtime.log.warn({ code }, "next-auth warning"),
      debug: () => undefined,
    },
  };
}
