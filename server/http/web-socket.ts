/** `ws` behind the sync engine's Socket port. */
import type { Socket as NetSocket } from "node:net";
import { type ServerOptions, WebSocket, WebSocketServer } from "ws";
import { AppError, CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { Socket } from "../sync/ports";
import { PacedWriter } from "./paced-writer";

/** RFC 6455's codes for frames that can't be taken; `ws` closes with them by itself. */
const OWN_CODE: Readonly<Record<number, CloseErrorCode>> = {
  1002: "malformed-message",
  1007: "malformed-message",
  1008: "too-large",
  1009: "too-large",
};

/** Closes with our own codes: after those of the standard y-websocket would try for ever. */
class SyncWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    const own = code === undefined ? undefined : OWN_CODE[code];
    if (own === undefined) super.close(code, reason);
    else super.close(CLOSE_CODE[own], own);
  }
}

/** `ws`'s names for what is over a limit: bytes, bytes by the header's word, parts of a message. */
const TOO_LARGE: ReadonlySet<string> = new Set([
  "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH",
  "WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH",
  "WS_ERR_TOO_MANY_BUFFERED_PARTS",
]);

/** What was wrong with a frame that `ws` didn't take; null when the network failed. */
export function frameError(error: Error & { readonly code?: unknown }): AppError | null {
  const { code, message } = error;
  if (typeof code !== "string" || !code.startsWith("WS_ERR_")) return null;
  return new AppError(TOO_LARGE.has(code) ? "too-large" : "malformed-message", message);
}

/** A WebSocket server without a listener of its own; see upgrade.ts. */
export function createSocketServer(): WebSocketServer {
  const options: ServerOptions<typeof SyncWebSocket> & { closeTimeout: number } = {
    noServer: true,
    // By control-frames.ts, which bounds the answers and closes with a code.
    autoPong: false,
    maxPayload: LIMITS.messageBytes,
    // Whoever doesn't read holds megabytes that the closing word waits behind. (Not in ws's typings yet.)
    closeTimeout: LIMITS.closingMs,
    // Updates are small and dense; a compression context per socket costs more than it saves.
    perMessageDeflate: false,
    WebSocket: SyncWebSocket,
  };
  return new WebSocketServer(options);
}

/**
 * @param connection the TCP connection under the socket. Whole frames may be written between those of
 * `ws`, which without compression writes whole frames too, each in one turn.
 * @param takesParts whether the page puts together what comes in parts
 */
export function socketPort(socket: WebSocket, connection: NetSocket, takesParts = false): Socket {
  // `ws` takes the error of a connection that went away meanwhile; its close event follows.
  const writer = new PacedWriter(connection, {
    isOpen: () => socket.readyState === WebSocket.OPEN,
    takesParts,
  });
  return {
    send: (message) => writer.send(message),
    close(code, reason) {
      writer.stop();
      socket.close(code, reason);
    },
    // All that `ws` writes goes through the same stream.
    get bufferedBytes() {
      return writer.bufferedBytes;
    },
  };
}
