/** Next as a part of our server: it answers pages, routes and files, but owns no listener. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { openStaticFiles, type StaticFiles } from "./static-files";

export interface NextApp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** For Next's own sockets, which only development has. False when nobody took the socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

export interface NextAppOptions {
  /** The project's folder, with `app` and, but for development, the finished build. */
  readonly folder: string;
  readonly development: boolean;
}

export async function openNextApp({ folder, development }: NextAppOptions): Promise<NextApp> {
  // Next adds an upgrade listener to the server that it's given, or else to the one that it finds
  // behind the first request. There it would see our sync sockets too, so it gets a server of its own
  // that never listens, and we pass on what's meant for it.
  const unheard = createServer();
  const app = next({ dev: development, dir: folder, httpServer: unheard });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Development compiles its files as they are asked for.
  const staticFiles: StaticFiles = development
    ? (_request, _response, pass) => pass()
    : openStaticFiles(path.join(folder, ".next", "static"));
  return {
    handle: (request, response) =>
      new Promise((resolve, reject) => {
        response.once("close", resolve);
        staticFiles(request, response, () => handle(request, response).then(resolve, reject));
      }),
    // In production Next takes no socket and would leave it open for ever.
    upgrade: (request, socket, head) => development && unheard.emit("upgrade", request, socket, head),
    close: () => app.close(),
  };
}
