/** Who may open the live channel: whoever has a session that stands, from a page of ours and of their own. */
import type { IncomingMessage } from "node:http";
import type { CloseErrorCode } from "@/core/errors";
import type { Person } from "@/core/person";
import { PERSON_PARAM } from "@/core/protocol";
import { edgeOf } from "../http/edge";
import { isOwnOrigin } from "../http/origin";
import type { Runtime } from "../runtime";
import { requesterOf } from "./requester";

export type LiveAccess =
  | { readonly kind: "refused"; readonly code: CloseErrorCode }
  | { readonly kind: "granted"; readonly person: Person; readonly expiresAt: Date };

export async function liveAccess(
  runtime: Pick<Runtime, "config" | "sessions">,
  request: IncomingMessage,
): Promise<LiveAccess> {
  const edge = edgeOf(request, runtime.config);
  if (!isOwnOrigin(request.headers.origin, edge.host, runtime.config.publicUrl)) {
    return { kind: "refused", code: "cross-site" };
  }
  const requester = await requesterOf(runtime, {
    cookieHeader: request.headers.cookie,
    secure: edge.secure,
  });
  if (requester === null) return { kind: "refused", code: "unauthenticated" };
  const { person, session } = requester;
  // Another person's page, who was signed in before in this browser: the number is none of its business.
  const ofPage = new URL(request.url ?? "", "http://localhost").searchParams.get(PERSON_PARAM);
  if ((ofPage ?? person.id) !== person.id) return { kind: "refused", code: "unauthenticated" };
  if (person.mustChangePassword) return { kind: "refused", code: "password-change-required" };
  return { kind: "granted", person, expiresAt: session.expiresAt };
}
