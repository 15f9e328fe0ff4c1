/** The build's own files: named by their contents, and compressed once, by scripts/compress-static.mjs. */
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const PREFIX = "/_next/static";

/** Of security-headers.ts what only a page heeds. With some thirty scripts on a page it would be as much as another one. */
const OF_PAGES = ["X-Frame-Options", "Cross-Origin-Opener-Policy", "Permissions-Policy"];
/** Opened as a page, a file may do nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Answers when it's a file of the build; else calls `pass`. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/** `folder` is the build's `.next/static`; its files are listed now, and nothing else is ever served. */
export function openStaticFiles(folder: string): StaticFiles {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    immutable: true,
    maxAge: 31_536_000,
    extensions: [],
    setHeaders(response) {
      for (const name of OF_PAGES) response.removeHeader(name);
      response.setHeader("Content-Security-Policy", POLICY);
    },
  });
  return (request, response, pass) => {
    const { url = "" } = request;
    if (!url.startsWith(`${PREFIX}/`)) return pass();
    request.url = url.slice(PREFIX.length);
    serve(request, response, () => {
      request.url = url;
      pass();
    });
  };
}
