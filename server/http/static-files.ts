/** The build's own files: named by their contents, and compressed once, by scripts/compress-static.mjs. */
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const PREFIX = "/_next/static";

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
