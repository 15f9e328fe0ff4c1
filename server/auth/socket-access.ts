/** Who may open a speech's socket: everything that is asked of an upgrade, in order. */
import type { IncomingMessage } from "node:http";
import { can, type Role } from "@/core/access";
import type { CloseErrorCode } from "@/core/errors";
import { type SpeechId, speechIdSchema } from "@/core/ids";
import type { Person } from "@/core/person";
import {
  DATA_PARAM,
  PARTS_PARAM,
  PERSON_PARAM,
  SCHEMA_PARAM,
  SCHEMA_VERSION,
  SYNC_PATH,
} from "@/core/protocol";
import { edgeOf } from "../http/edge";
import { isOwnOrigin } from "../http/origin";
import type { Runtime } from "../runtime";
import { requesterOf } from "./requester";

/** What a socket's access needs of the process. */
export type AccessRuntime = Pick<Runtime, "config" | "sessions" | "dataGeneration"> & {
  readonly speeches: Pick<Runtime["speeches"], "roleOf">;
};

export type SocketAccess =
  | { readonly kind: "refused"; readonly code: CloseErrorCode }
  | {
      readonly kind: "granted";
      readonly person: Person;
      readonly role: Role;
      readonly speechId: SpeechId;
      /** When the session ends and the socket must be judged anew. */
      readonly expiresAt: Date;
      readonly dataGeneration: string;
      /** The page puts together what comes in parts. */
      readonly takesParts: boolean;
    };

const refused = (code: CloseErrorCode): SocketAccess => ({ kind: "refused", code });

/** Whether an address belongs to the sync endpoint. */
export function isSyncPath(url: string | undefined): boolean {
  return url?.startsWith(`${SYNC_PATH}/`) === true;
}

/** Judges an upgrade request under `/sync/`. */
export async function socketAccess(runtime: AccessRuntime, request: IncomingMessage): Promise<SocketAccess> {
  const edge = edgeOf(request, runtime.config);
  // Browsers send cookies with every WebSocket, whichever page opens it: only Origin tells.
  if (!isOwnOrigin(request.headers.origin, edge.host, runtime.config.publicUrl)) return refused("cross-site");

  const url = new URL(request.url ?? "", "http://localhost");
  const speechId = speechIdSchema.safeParse(url.pathname.slice(SYNC_PATH.length + 1));
  // Before the session: an old tab must be told to reload even when it's signed out as well.
  if (url.searchParams.get(SCHEMA_PARAM) !== String(SCHEMA_VERSION)) return refused("schema-outdated");

  const requester = await requesterOf(runtime, {
    cookieHeader: request.headers.cookie,
    secure: edge.secure,
  });
  if (requester === null) return refused("unauthenticated");
  const { person, session } = requester;
  if (url.searchParams.get(PERSON_PARAM) !== person.id) return refused("unauthenticated");
  if (person.mustChangePassword) return refused("password-change-required");
  if (!speechId.success) return refused("not-found");
  const role = await runtime.speeches.roleOf(person.id, speechId.data);
  // Like the HTTP routes: whether a speech exists is nobody's business who isn't on it.
  if (role === null || !can(role, "read")) return refused("not-found");
  // Last: where the speech isn't on the server any more the page stays with its text. A page without a
  // generation has nothing of any yet, or a copy from before there were generations.
  const dataGeneration = await runtime.dataGeneration();
  const ofPage = url.searchParams.get(DATA_PARAM);
  if (ofPage !== null && ofPage !== dataGeneration) return refused("data-restored");
  return {
    kind: "granted",
    person,
    role,
    speechId: speechId.data,
    expiresAt: session.expiresAt,
    dataGeneration,
    takesParts: url.searchParams.has(PARTS_PARAM),
  };
}
