/**
 * The wrapper around every handler under app/api: where the request comes from, who asks, what was
 * sent, and how errors leave. A handler gets values that are already checked and returns the answer.
 */
import type { z } from "zod";
import { AppError } from "@/core/errors";
import { fieldProblems } from "@/core/field-problems";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { IDLE_HEADER, PERSON_HEADER } from "@/core/protocol";
import { requesterOf, secretOf } from "../auth/requester";
import { isDueForRenewal, sessionCookie } from "../auth/session-cookie";
import { getRuntime, type Runtime } from "../runtime";
import type { UploadedFile } from "../services/imports";
import { errorAnswer, jsonAnswer } from "./answer";
import { type BodyRoom, readFileBody, readJson } from "./body";
import { type BodyShare, UNCOUNTED } from "./body-shares";
import { isOwnOrigin } from "./origin";

/** What a route takes; a part without a schema isn't read at all. */
export interface RouteShape<Params, Query, Body> {
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** Of the body, where that is less than LIMITS.requestBytes. */
  readonly mostBytes?: number;
}

export interface RouteInput<Params, Query, Body> {
  readonly runtime: Runtime;
  readonly request: Request;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** A handler as Next calls it. */
export type NextRoute = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** A route that anyone may call, signed in or not. */
export function openRoute<Params = undefined, Query = undefined, Body = undefined>(
  shape: RouteShape<Params, Query, Body>,
  handle: (input: RouteInput<Params, Query, Body>) => Promise<unknown>,
): NextRoute {
  return (request, context) =>
    answered(request, async (runtime) => {
      const input = await readInput(request, context, { shape, share: UNCOUNTED });
      return toResponse(await handle({ runtime, request, ...input }));
    });
}

/**
 * A route for signed-in people. `beforePasswordChange` opens it to who must change theirs first. Whoever sends a body says
 * how long it is on its way, so the session is asked for again once all of it has come.
 */
export function personRoute<Params = undefined, Query = undefined, Body = undefined>(
  shape: RouteShape<Params, Query, Body> & { readonly beforePasswordChange?: boolean },
  handle: (
    input: RouteInput<Params, Query, Body> & {
      readonly person: Person;
      /** The body as a file, of a route that takes no other. */
      readonly readFile: () => Promise<UploadedFile>;
    },
  ) => Promise<unknown>,
): NextRoute {
  return (request, context) =>
    answered(request, async (runtime) => {
      const secure = isSecure(request);
      const requester = await requesterOf(runtime, { cookieHeader: request.headers.get("cookie"), secure });
      if (requester === null) throw new AppError("unauthenticated");
      const { person, session } = requester;
      // A page that is still somebody else's, who was signed in before in this browser.
      if ((request.headers.get(PERSON_HEADER) ?? person.id) !== person.id) {
        throw new AppError("unauthenticated");
      }
      if (person.mustChangePassword && !shape.beforePasswordChange) {
        throw new AppError("password-change-required");
      }
      const share = runtime.bodyShares.of(person.id);
      const stillStands = async () => {
        if ((await runtime.sessions.resolve(session)) === null) throw new AppError("unauthenticated");
      };
      const readFile = async () => {
        const bytes = await readFileBody(request, share);
        await stillStands();
        return { bytes, signal: request.signal };
      };
      let response: Response;
      try {
        const input = await readInput(request, context, { shape, share });
        if (shape.body !== undefined) await stillStands();
        response = toResponse(await handle({ runtime, request, person, readFile, ...input }));
      } finally {
        share.release();
      }
      const isUsed = !request.headers.has(IDLE_HEADER);
      if (isUsed && isDueForRenewal(session, new Date()) && !response.headers.has("set-cookie")) {
        response.headers.append(
          "Set-Cookie",
          await sessionCookie(session, { secure, secret: secretOf(runtime) }),
        );
      }
      return response;
    });
}

/** Whether the browser's own connection is encrypted; the server wrote this header (edge.ts). */
export function isSecure(request: Request): boolean {
  return request.headers.get("x-forwarded-proto") === "https";
}

/** Throws `cross-site` for a state-changing request that doesn't come from our own pages. */
export function checkOrigin(request: Request, runtime: Runtime): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const host = request.headers.get("x-forwarded-host") ?? "";
  if (!isOwnOrigin(request.headers.get("origin"), host, runtime.config.publicUrl)) {
    throw new AppError("cross-site");
  }
}

async function answered(request: Request, work: (runtime: Runtime) => Promise<Response>): Promise<Response> {
  const runtime = getRuntime();
  try {
    checkOrigin(request, runtime);
    return await work(runtime);
  } catch (error) {
    return errorAnswer(error, request, runtime.log);
  }
}

function toResponse(result: unknown): Response {
  return result instanceof Response ? result : jsonAnswer(result);
}

async function readInput<Params, Query, Body>(
  request: Request,
  context: { params: Promise<unknown> },
  { shape, share }: { readonly shape: RouteShape<Params, Query, Body>; readonly share: BodyShare },
) {
  const params = shape.params?.safeParse(await context.params);
  // An address that can't be an id's names nothing, like an id that nobody has.
  if (params?.success === false) throw new AppError("not-found");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const room: BodyRoom = { mostBytes: shape.mostBytes ?? LIMITS.requestBytes, share };
  return {
    // Without a schema the type parameter is `undefined`, and so is the value.
    params: params?.data as Params,
    query: (shape.query && parsed(shape.query, query)) as Query,
    body: (shape.body && parsed(shape.body, await readJson(request, room))) as Body,
  };
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("invalid-input", result.error.message, fieldProblems(result.error));
}
