/** The HTTP server: every request is stamped with where it came from, then answered by Next. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Config } from "../config";
import { edgeOf, stampEdge } from "./edge";
import type { NextApp } from "./next-app";
import type { OperatorRoutes } from "./operator";
import { setSecurityHeaders } from "./security-headers";

export interface ListenerOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Null in tests of the socket alone: every request is then a 404. */
  readonly nextApp: NextApp | null;
  readonly operator: OperatorRoutes;
}

export function createListener({ config, logger, nextApp, operator }: ListenerOptions): Server {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(request, response, config);
    // Before the headers are overwritten: whether a proxy stands in front matters there.
    if (await operator(request, response)) return;
    stampEdge(request, edgeOf(request, config));
    if (config.mode !== "development" && !isAnswered(request)) {
      response.writeHead(405, { allow: READING.join(", ") }).end();
      return;
    }
    if (!isDecodable(request)) {
      if (request.url?.startsWith("/api/")) {
        response.writeHead(404, JSON_HEADERS).end(JSON.stringify({ error: { code: "not-found" } }));
        return;
      }
      request.url = NOWHERE;
    }
    if (nextApp === null) response.writeHead(404).end();
    else await nextApp.handle(request, response);
  }
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error, method: request.method }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

const READING = ["GET", "HEAD"];

const JSON_HEADERS = { "content-type": "application/json", "cache-control": "no-store" };

/** A path without a page, at which Next shows the product's own that says so. */
const NOWHERE = "/nowhere";

/** Whether a path is UTF-8 behind its percent signs: at another one Next fails with a 500. */
function isDecodable({ url = "/" }: IncomingMessage): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Only routes under /api take anything: pages have no server actions, and Next would answer an
 * attempt at one with a 500 and a stack trace in the log. Development posts to Next's own paths.
 */
function isAnswered({ method = "GET", url = "/" }: IncomingMessage): boolean {
  return READING.includes(method) || url.startsWith("/api/");
}
