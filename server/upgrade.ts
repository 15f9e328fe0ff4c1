/**
 * The process's one listener for upgrades. Node hands every upgrade to every listener, so a second
 * one would write into our sockets; what isn't for the sync endpoint is passed on to Next from here.
 */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import type { WebSocket, WebSocketServer } from "ws";
import { AppError, CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { encodeDataGeneration } from "@/core/protocol";
import { type LiveAccess, liveAccess } from "./auth/live-access";
import { type AccessRuntime, isSyncPath, type SocketAccess, socketAccess } from "./auth/socket-access";
import type { Confirmations } from "./http/confirmations";
import { answerPings } from "./http/control-frames";
import type { NextApp } from "./http/next-app";
import { atSessionEnd } from "./http/session-end";
import { frameError, socketPort } from "./http/web-socket";
import { isLivePath, serveLive } from "./live/live-upgrade";
import type { NoticeChannel } from "./live/notice-channel";
import type { SyncMetrics } from "./sync/ports";
import type { Rooms } from "./sync/rooms";

export interface UpgradeOptions {
  readonly server: Server;
  readonly sockets: WebSocketServer;
  readonly rooms: Pick<Rooms, "accept">;
  readonly channel: Pick<NoticeChannel, "open">;
  readonly runtime: AccessRuntime;
  readonly confirmations: Pick<Confirmations, "add">;
  readonly nextApp: NextApp | null;
  readonly logger: Logger;
  readonly metrics: Pick<SyncMetrics, "refused">;
}

export function handleUpgrades(options: UpgradeOptions): void {
  const { server, nextApp, logger } = options;
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // First of all: an error on a socket without a listener ends the process.
    socket.on("error", (error) => logger.debug({ err: error }, "socket broke during its upgrade"));
    if (isSyncPath(request.url)) void openSync(options, request, socket, head);
    else if (isLivePath(request.url)) void openLive(options, request, socket, head);
    else if (!nextApp?.upgrade(request, socket, head)) refuseWithHttp(socket, "404 Not Found");
  });
}

async function openSync(
  options: UpgradeOptions,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const { runtime, sockets, logger, metrics } = options;
  const access = await socketAccess(runtime, request).catch((error: unknown): SocketAccess => {
    logger.error({ err: error }, "upgrade failed");
    return { kind: "refused", code: "storage-unavailable" };
  });
  if (access.kind === "refused") {
    metrics.refused(access.code);
    logger.warn({ code: access.code, address: request.socket.remoteAddress }, "upgrade refused");
    if (access.code === "cross-site") refuseWithHttp(socket, "403 Forbidden");
    else sockets.handleUpgrade(request, socket, head, (accepted) => closeWith(accepted, access.code));
    return;
  }
  sockets.handleUpgrade(request, socket, head, (accepted) => {
    sockets.emit("connection", accepted, request);
    serve(options, accepted, access, request);
  });
}

async function openLive(
  { runtime, sockets, channel, logger, metrics }: UpgradeOptions,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const access = await liveAccess(runtime, request).catch((error: unknown): LiveAccess => {
    logger.error({ err: error }, "upgrade failed");
    return { kind: "refused", code: "storage-unavailable" };
  });
  if (access.kind === "refused") metrics.refused(access.code);
  if (access.kind === "refused" && access.code === "cross-site") {
    refuseWithHttp(socket, "403 Forbidden");
    return;
  }
  sockets.handleUpgrade(request, socket, head, (accepted) => {
    sockets.emit("connection", accepted, request);
    serveLive(accepted, access, channel, { logger, metrics });
  });
}

/** A browser's page sees nothing of a refused handshake, so refusals are close codes after it. */
function closeWith(socket: WebSocket, code: CloseErrorCode): void {
  socket.on("error", () => socket.terminate());
  socket.close(CLOSE_CODE[code], code);
}

/** Another site's page must not even get a socket. */
function refuseWithHttp(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function serve(
  { rooms, runtime, confirmations, logger }: UpgradeOptions,
  socket: WebSocket,
  access: Extract<SocketAccess, { kind: "granted" }>,
  request: IncomingMessage,
): void {
  const { person, role, speechId, expiresAt, takesParts } = access;
  const participant = { personId: person.id, name: person.name, role };
  const connection = rooms.accept(socketPort(socket, request.socket, takesParts), participant, speechId);
  // In this very turn, before the room sends anything: the page mustn't hold text without knowing whose it is.
  if (socket.readyState === socket.OPEN) socket.send(encodeDataGeneration(access.dataGeneration));

  // Reconnecting brings the cookie that other requests renewed meanwhile, or ends at the sign-in page.
  atSessionEnd(socket, expiresAt, () => connection.close("access-changed"));

  const stopConfirming = confirmations.add(() => {
    confirmAccess().catch((error: unknown) => {
      // Left open: it is asked again soon, and a database that is away for a moment must not part everybody.
      logger.warn({ err: error }, "access not confirmed, will ask again");
    });
  });
  socket.on("message", (data, isBinary) => {
    // `ws` gives one Buffer per message with its default binaryType, nodebuffer.
    if (isBinary) connection.receive(data as Buffer);
    else connection.refuse(new AppError("malformed-message", "a text frame"));
  });
  answerPings(socket, () => {
    connection.refuse(new AppError("too-many-requests", "pings per second"));
  });
  socket.on("close", () => {
    stopConfirming();
    connection.left();
  });
  socket.on("error", (error) => {
    const refusal = frameError(error);
    if (refusal !== null) connection.refuse(refusal);
    else logger.info({ err: error, personId: person.id }, "socket failed");
  });

  // A role that was withdrawn between the question above and `accept` found no socket to close.
  confirmAccess().catch((error: unknown) => {
    logger.error({ err: error }, "access not confirmed");
    connection.refuse(new AppError("storage-unavailable", "access not confirmed"));
  });

  async function confirmAccess(): Promise<void> {
    const again = await socketAccess(runtime, request);
    if (again.kind !== "granted" || again.role !== role) connection.close("access-changed");
  }
}
