/** The pages that stand beside ours, from a server of their own: bundled and compressed as ours are. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import type { PeerPageData } from "./peer-page";

const ENTRY = fileURLToPath(new URL("./peer-page.ts", import.meta.url));
/** Paper-like width and type, so that the peers lay out about as many lines as we do. */
const STYLE = "body{max-width:40em;margin:auto;font:16px/1.8 serif;white-space:pre-wrap}";

export interface PeerServer {
  readonly url: string;
  /** Serves `/<kind>` from now on. */
  show(data: PeerPageData): void;
  close(): void;
}

/** Cookies don't mind ports, so a page from here is signed in at the measured server too. */
export async function servePeers(): Promise<PeerServer> {
  const script = brotliCompressSync(await bundlePeer());
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    if (request.url === "/peer.js") {
      response.writeHead(200, { "content-type": "text/javascript", "content-encoding": "br" }).end(script);
    } else if (page !== undefined) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  // A TCP server's address is an AddressInfo; a string is for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    show(data) {
      const inline = `window.peer=${JSON.stringify(data).replaceAll("<", "\\u003c")}`;
      const body = `<script>${inline}</script><script src="/peer.js"></script>`;
      pages.set(
        `/${data.kind}`,
        `<!doctype html><link rel="icon" href="data:,"><style>${STYLE}</style><body>${body}`,
      );
    },
    close: () => void server.close(),
  };
}

async function bundlePeer(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}
