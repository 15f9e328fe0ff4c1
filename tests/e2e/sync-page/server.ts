/** Serves sync-page and the real sync engine over a log in memory, on a free port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { build } from "esbuild";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import type { Role } from "@/core/access";
import { FRAGMENT } from "@/core/document/fragment";
import { CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { newPersonId, newSpeechId, type PersonId, speechIdSchema } from "@/core/ids";
import { DATA_PARAM, encodeDataGeneration, SYNC_PATH } from "@/core/protocol";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms } from "@/server/sync/rooms";
import { keepingLogger } from "../../helpers/keeping-logger";
import { MemoryLog } from "../../helpers/memory-log";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface TestPerson {
  readonly personId: PersonId;
  readonly name: string;
  role: Role;
}

export async function startSyncPage() {
  const script = await bundle();
  const log = new MemoryLog();
  const logger = keepingLogger();
  const rooms = new Rooms({
    log,
    relay: localRelay,
    logger,
    count: () => ({ characters: 0, spokenUnits: 0 }),
    presenceDelayMs: 1,
    retryMs: [1, 2],
  });
  const people = new Map<string, TestPerson>();
  let reachable = true;
  let refusal: CloseErrorCode | null = null;
  let upgrades = 0;
  let dataChanges = 0;
  const dataGeneration = () => `data-${dataChanges}`;

  const http = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(
      isScript ? script : '<!doctype html><title>sync</title><script src="/page.js" defer></script>',
    );
  });
  const sockets = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const speechId = speechIdSchema.parse(pathname.slice(SYNC_PATH.length + 1));
    const person = people.get(/person=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "");
    if (!reachable || person === undefined) return void socket.destroy();
    upgrades += 1;
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const data = searchParams.get(DATA_PARAM) ?? dataGeneration();
      const refused = refusal ?? (data === dataGeneration() ? null : "data-restored");
      if (refused !== null) return ws.close(CLOSE_CODE[refused], refused);
      ws.binaryType = "arraybuffer";
      const connection = rooms.accept(
        {
          send: (frame) => ws.send(frame),
          close: (code, reason) => ws.close(code, reason),
          get bufferedBytes() {
            return ws.bufferedAmount;
          },
        },
        person,
        speechId,
      );
      ws.send(encodeDataGeneration(dataGeneration()));
      ws.on("message", (data: ArrayBuffer) => connection.receive(new Uint8Array(data)));
      ws.on("close", () => connection.left());
      ws.on("error", () => connection.left());
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // listening on TCP: not a pipe name
  const speechId = newSpeechId();

  return {
    origin,
    log,
    logger,
    rooms,
    speechId,
    addPerson(name: string, role: Role = "editor"): TestPerson {
      const person: TestPerson = { personId: newPersonId(), name, role };
      people.set(person.personId, person);
      return person;
    },
    addressFor({ personId, role }: TestPerson): string {
      return `${origin}/?${new URLSearchParams({ speech: speechId, person: personId, role })}`;
    },
    /** Drops every socket and answers no new one, until called with true. */
    setReachable(next: boolean): void {
      reachable = next;
      if (!next) for (const ws of sockets.clients) ws.terminate();
    },
    /** Ends as a server does in order, and answers no new socket until `setReachable(true)`. */
    sendAway(): void {
      reachable = false;
      for (const ws of sockets.clients) ws.close(CLOSE_CODE["shutting-down"], "shutting-down");
    },
    /** Closes every new socket with this code; null lets them in again. */
    refuseWith(code: CloseErrorCode | null): void {
      refusal = code;
    },
    /** What is stored counts as read in from an archive. */
    changeData(): void {
      dataChanges += 1;
    },
    get dataGeneration() {
      return dataGeneration();
    },
    /** Sockets that came, refused ones too. */
    get upgrades() {
      return upgrades;
    },
    /** The text after each stored update: everything that anyone but its author could have seen. */
    storedTexts(): string[] {
      const doc = new Y.Doc();
      return (log.rows.get(speechId) ?? []).map(({ update }) => {
        Y.applyUpdate(doc, update);
        return textOf(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)));
      });
    },
    async stop(): Promise<void> {
      await rooms.close();
      for (const ws of sockets.clients) ws.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
export type SyncPage = Awaited<ReturnType<typeof startSyncPage>>;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    absWorkingDir: ROOT,
    alias: { "@": ROOT },
    define: { "process.env.NODE_ENV": '"test"' },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function textOf(node: unknown): string {
  const { text, content = [] } = node as { text?: string; content?: unknown[] }; // ProseMirror JSON
  return text ?? content.map(textOf).join("");
}
