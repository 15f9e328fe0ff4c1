/** An upgrade to the live channel: judged, then open until the session ends. */
import type { Logger } from "pino";
import type { WebSocket } from "ws";
import { CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { LIVE_PATH } from "@/core/live";
import type { LiveAccess } from "../auth/live-access";
import { answerPings } from "../http/control-frames";
import { atSessionEnd } from "../http/session-end";
import { frameError } from "../http/web-socket";
import type { SyncMetrics } from "../sync/ports";
import type { NoticeChannel } from "./notice-channel";

export const isLivePath = (url: string | undefined): boolean => url?.split("?")[0] === LIVE_PATH;

/** Serves a socket that was accepted; a page sees nothing of a refused handshake, so refusals are close codes. */
export function serveLive(
  socket: WebSocket,
  access: LiveAccess,
  channel: Pick<NoticeChannel, "open">,
  {
    logger,
    metrics,
  }: { readonly logger: Pick<Logger, "debug">; readonly metrics: Pick<SyncMetrics, "refused"> },
): void {
  const refuse = (code: CloseErrorCode) => {
    metrics.refused(code);
    socket.close(CLOSE_CODE[code], code);
  };
  socket.on("error", (error) => {
    const refusal = frameError(error);
    // `ws` has closed it with the same code already.
    if (refusal !== null) metrics.refused(refusal.code);
    logger.debug({ err: error }, "live socket failed");
    socket.terminate();
  });
  if (access.kind === "refused") {
    socket.close(CLOSE_CODE[access.code], access.code);
    return;
  }
  // It only tells: whoever sends is no page of ours.
  socket.on("message", () => refuse("malformed-message"));
  answerPings(socket, () => refuse("too-many-requests"));
  atSessionEnd(socket, access.expiresAt, () => socket.close(CLOSE_CODE["access-changed"], "access-changed"));
  if (!channel.open(socket, access.person.id)) refuse("too-many-sockets");
}
