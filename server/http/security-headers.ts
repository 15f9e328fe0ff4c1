/** Headers of every answer that tell the browser what a page of ours may never do. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../config";

function contentSecurityPolicy(nonce: string, mode: Config["mode"]): string {
  // React's development build evaluates strings to rebuild stack traces.
  const evaluation = mode === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${evaluation}`,
    // Mantine and Tiptap write style attributes and <style> elements; no text of ours gets there.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Sets the headers, and gives Next the nonce: it reads it from the *request's* policy header and puts
 * it on its own inline scripts; layouts read `x-nonce`. Both replace whatever the client sent.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  config: Pick<Config, "mode">,
): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, config.mode);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}
