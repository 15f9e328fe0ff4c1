/** The pages that stand beside ours: bundled here, served under our server's own address. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { build } from "esbuild";
import type { PeerPageData } from "./peer-page";

const ENTRY = fileURLToPath(new URL("./peer-page.ts", import.meta.url));
/** Paper-like width and type, so that the peers lay out about as many lines as we do. */
const STYLE = "body{max-width:40em;margin:auto;font:16px/1.8 serif;white-space:pre-wrap}";

export interface PeerBundle {
  readonly script: string;
  readonly compressedBytes: number;
}

export async function bundlePeer(): Promise<PeerBundle> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = outputFiles[0]?.text ?? "";
  return { script, compressedBytes: gzipSync(script).length };
}

/** Makes `/bench/<kind>` a page of this context. It shares the server's origin, cookies and socket. */
export async function servePeer(context: BrowserContext, { script }: PeerBundle, data: PeerPageData) {
  await context.route(`**/bench/${data.kind}`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><style>${STYLE}</style><body><script>window.peer=${JSON.stringify(data)}</script><script>${script}</script>`,
    }),
  );
}
