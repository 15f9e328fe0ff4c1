/** `ws` behind the sync engine's Socket port. */
import type { Socket as NetSocket } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE_CODE } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { Socket } from "../sync/ports";
import { wireFrame } from "./wire-frame";

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

/**
 * @param connection the TCP connection under the socket. Whole frames may be written between those of
 * `ws`, which without compression writes whole frames too, each in one turn.
 */
export function socketPort(socket: WebSocket, connection: NetSocket): Socket {
  return {
    send(message) {
      // `ws` takes the error of a connection that went away meanwhile; its close event follows.
      if (socket.readyState === WebSocket.OPEN) connection.write(wireFrame(message));
    },
    close: (code, reason) => socket.close(code, reason),
    // All that `ws` writes goes through the same stream.
    get bufferedBytes() {
      return connection.writableLength;
    },
  };
}
