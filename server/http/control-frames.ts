/**
 * Pings and pongs of the other end. Browsers send no pings; whoever floods with them, or sends some and never reads
 * the answers, is refused by name, like a flood of messages: `ws` alone would hang up without a word.
 */
import type { WebSocket } from "ws";
import { LIMITS } from "@/core/limits";
import { Rate } from "../sync/rate";

/**
 * Answers pings, so the socket's own `autoPong` must be off. Calls `onFlood`, which must close the socket, when more
 * come than the limit of messages allows, or more answers wait to be read than `LIMITS.waitingPongs`.
 */
export function answerPings(socket: WebSocket, onFlood: () => void): void {
  const rate = new Rate(LIMITS.messagesPerSecond, () => performance.now());
  let waiting = 0;
  socket.on("ping", (data) => {
    // What comes behind the refusal is passed over.
    if (socket.readyState !== socket.OPEN) return;
    if (waiting >= LIMITS.waitingPongs || !rate.take(1)) return onFlood();
    waiting += 1;
    socket.pong(data, false, () => {
      waiting -= 1;
    });
  });
  socket.on("pong", () => {
    if (socket.readyState === socket.OPEN && !rate.take(1)) onFlood();
  });
}
