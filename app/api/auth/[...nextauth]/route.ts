import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { authOptions } from "@/server/auth/options";
import { errorAnswer } from "@/server/http/answer";
import { checkOrigin, isSecure } from "@/server/http/route";
import { getRuntime } from "@/server/runtime";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * What of next-auth is in use. The rest stays shut: its own pages, `session`, which would sign a session anew
 * without asking whether it was ended, and `_log`, which would let anyone write into the server's log.
 */
const IN_USE = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

/** By the length that is said: without one a body has no end, and every browser says it. */
function checkSize(request: Request): void {
  if (request.method !== "POST") return;
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > LIMITS.signInBytes) throw new AppError("too-large");
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const runtime = getRuntime();
  try {
    const { nextauth } = await context.params;
    if (!IN_USE.has(`${request.method} ${nextauth.join("/")}`)) throw new AppError("not-found");
    checkOrigin(request, runtime);
    checkSize(request);
    const failures: unknown[] = [];
    const onNotEnded = (error: unknown) => failures.push(error);
    const options = authOptions(runtime, { secure: isSecure(request), onNotEnded });
    const response = await NextAuth(request, context, options);
    // Nobody is told to be signed out whose session stands.
    if (failures.length > 0) throw failures[0];
    return response;
  } catch (error) {
    return errorAnswer(error, request, runtime.log);
  }
}

export { handle as GET, handle as POST };
