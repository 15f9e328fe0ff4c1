/** Who a request is from: the cookie, judged anew each time by the sessions service. */
import type { Person } from "@/core/person";
import type { Runtime } from "../runtime";
import { readSession, type Session } from "./session-cookie";

export interface Requester {
  readonly person: Person;
  readonly session: Session;
}

/** The runtime's parts that are needed to know a requester. */
export type RequesterRuntime = Pick<Runtime, "config" | "sessions">;

/** The key sessions are encrypted with; set by server/build.ts before anything is served. */
export function secretOf({ config }: Pick<Runtime, "config">): string {
  if (config.sessionSecret === undefined) throw new Error("The session secret isn't set.");
  return config.sessionSecret;
}

/** The person behind a Cookie header, or null: not signed in, disabled, or the session was ended. */
export async function requesterOf(
  runtime: RequesterRuntime,
  request: { cookieHeader: string | null | undefined; secure: boolean },
): Promise<Requester | null> {
  const session = await readSession(request.cookieHeader, {
    secure: request.secure,
    secret: secretOf(runtime),
  });
  if (session === null) return null;
  const person = await runtime.sessions.resolve(session);
  return person === null ? null : { person, session };
}
