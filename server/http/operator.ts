/**
 * What the operator's tools ask, answered without Next and without a session: `/health/live`,
 * `/health/ready` and `/metrics`. They say nothing about people or texts.
 */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../config";
import type { Metrics } from "../metrics";
import { type Edge, edgeOf } from "./edge";

export interface OperatorOptions {
  readonly config: Config;
  readonly metrics: Metrics;
  /** Each resolves with whether that part works. */
  readonly checks: Readonly<Record<string, () => Promise<boolean>>>;
}

export type OperatorRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** A check that hangs is a check that fails. */
const CHECK_LIMIT_MS = 2000;

/** Answers a request that is for the operator and resolves with true; leaves every other one alone. */
export function createOperatorRoutes({ config, metrics, checks }: OperatorOptions): OperatorRoutes {
  return async (request, response) => {
    const path = request.url?.split("?", 1)[0];
    if (path === "/health/live") {
      answer(response, 200, "application/json", JSON.stringify({ status: "ok" }));
    } else if (path === "/health/ready") {
      const results = await Promise.all(Object.entries(checks).map(runCheck));
      const ready = results.every(([, works]) => works);
      const body = { status: ready ? "ok" : "unavailable", ...Object.fromEntries(results) };
      answer(response, ready ? 200 : 503, "application/json", JSON.stringify(body));
    } else if (path === "/metrics") {
      if (!mayScrape(request, config, edgeOf(request, config))) answer(response, 403, "text/plain", "");
      else {
        const { contentType, body } = await metrics.expose();
        answer(response, 200, contentType, body);
      }
    } else return false;
    return true;
  };
}

async function runCheck([name, check]: [string, () => Promise<boolean>]): Promise<[string, boolean]> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_LIMIT_MS);
  });
  const works = await Promise.race([check().catch(() => false), limit]);
  clearTimeout(timer);
  return [name, works];
}

/** By token where one is set; otherwise only from this machine, and not through a proxy on it. */
function mayScrape(request: IncomingMessage, { metricsToken }: Config, { address }: Edge): boolean {
  if (metricsToken === undefined) {
    return request.headers["x-forwarded-for"] === undefined && LOOPBACK.has(address);
  }
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${metricsToken}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
}
