/**
 * What a request really came from. A client can claim any X-Forwarded-* header, so the server
 * overwrites them here, before anything else sees the request: behind this line they're true.
 */
import type { IncomingMessage } from "node:http";
import type { Config } from "../config";

export interface Edge {
  /** The client's IP address, for sign-in limits and the log. */
  readonly address: string;
  /** Host and port as the browser typed them. */
  readonly host: string;
  /** Whether the browser's own connection is encrypted. */
  readonly secure: boolean;
}

/** Header a proxy appends to: its last entry is the one our own proxy wrote, earlier ones are claims. */
function lastHop(header: string | string[] | undefined): string | undefined {
  const joined = Array.isArray(header) ? header.join(",") : header;
  const hop = joined?.split(",").at(-1)?.trim();
  return hop === "" ? undefined : hop;
}

/** Reads the edge of a request as the settings let it be trusted. */
export function edgeOf(request: IncomingMessage, config: Config): Edge {
  const forwarded = (name: string) => (config.trustProxy ? lastHop(request.headers[name]) : undefined);
  const byTls = forwarded("x-forwarded-proto") === "https";
  return {
    address: forwarded("x-forwarded-for") ?? request.socket.remoteAddress ?? "unknown",
    host: forwarded("x-forwarded-host") ?? request.headers.host ?? "localhost",
    secure: byTls || config.publicUrl?.startsWith("https:") === true,
  };
}

/** Makes the X-Forwarded-* headers say what `edge` says, whatever the client sent. */
export function stampEdge(request: IncomingMessage, edge: Edge): void {
  delete request.headers.forwarded;
  request.headers["x-forwarded-for"] = edge.address;
  request.headers["x-forwarded-host"] = edge.host;
  request.headers["x-forwarded-proto"] = edge.secure ? "https" : "http";
}
