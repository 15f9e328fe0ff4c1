/**
 * The session cookie: next-auth's encrypted JWT with the claims and nothing else. Read by the routes,
 * by pages and by the WebSocket upgrade, which no next-auth code reaches.
 */
import { parse, serialize } from "cookie";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { ID_PATTERN } from "@/core/id-form";
import { personIdSchema } from "@/core/ids";
import type { SessionClaims } from "../services/sessions";

/** How long a session lasts after its last renewal. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** A cookie older than this is renewed by the next request, so that a day's work isn't interrupted. */
const RENEW_AFTER_SECONDS = 30 * 60;

/** A session's own, apart from when a cookie of it was made. */
export const sessionEndSchema = z.object({
  personId: personIdSchema,
  sessionId: z.string().regex(ID_PATTERN),
});

const claimsSchema = sessionEndSchema.extend({
  sessionVersion: z.number().int(),
  /** Seconds since the epoch, written by next-auth. */
  iat: z.number(),
  exp: z.number(),
});

export interface Session extends SessionClaims {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** next-auth's own names; the prefix makes browsers refuse the cookie from an unencrypted page. */
function sessionCookieName(secure: boolean): string {
  return `${secure ? "__Secure-" : ""}next-auth.session-token`;
}

/** The session in a Cookie header, or null when there's none, it's forged, or it's over. */
export async function readSession(
  cookieHeader: string | null | undefined,
  options: { secure: boolean; secret: string },
): Promise<Session | null> {
  const token = parse(cookieHeader ?? "")[sessionCookieName(options.secure)];
  if (!token) return null;
  // next-auth throws for a token it can't decrypt and for one past its time: both are "signed out".
  const payload = await decode({ token, secret: options.secret }).catch(() => null);
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { iat, exp, ...rest } = claims.data;
  return {
    ...rest,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  };
}

/** Whether the next answer should carry a fresh cookie. */
export function isDueForRenewal(session: Session, now: Date): boolean {
  return now.getTime() - session.issuedAt.getTime() > RENEW_AFTER_SECONDS * 1000;
}

/** A Set-Cookie header value that begins or renews a session. */
export async function sessionCookie(
  claims: SessionClaims,
  options: { secure: boolean; secret: string },
): Promise<string> {
  const { personId, sessionVersion, sessionId } = claims;
  const { secret, secure } = options;
  const payload = { personId, sessionVersion, sessionId };
  const token = await encode({ token: payload, secret, maxAge: SESSION_SECONDS });
  return serialize(sessionCookieName(secure), token, {
    path: "/",
    maxAge: SESSION_SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure,
  });
}
