/** `ws` behind the sync engine's Socket port. */
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE_CODE } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { Socket } from "../sync/ports";

/** RFC 6455's code for a message over the limit; `ws` sends it by itself. */
const MESSAGE_TOO_BIG = 1009;

/** Closes with our own code when a message is too big: after 1009 y-websocket would try for ever. */
class SyncWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE_CODE["too-large"], "too-large");
    else super.close(code, reason);
  }
}

/** A WebSocket server without a listener of its own; see upgrade.ts. */
export function createSocketServer(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    // Updates are small and dense; a compression context per socket costs more than it saves.
    perMessageDeflate: false,
    WebSocket: SyncWebSocket,
  });
}

export function socketPort(socket: WebSocket): Socket {
  return {
    send(frame) {
      // The callback takes the error of a socket that went away meanwhile; its close event follows.
      if (socket.readyState === WebSocket.OPEN) socket.send(frame, () => undefined);
    },
    close: (code, reason) => socket.close(code, reason),
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
  };
}
