/**
 * Pings and pongs of the other end. Browsers send no pings; whoever floods with them is refused by name, like a
 * flood of messages. `ws` alone would hang up without a word once some pongs wait to be written.
 */
import type { WebSocket } from "ws";
import { LIMITS } from "@/core/limits";
import { Rate } from "../sync/rate";

/** Calls `onFlood`, which must close the socket, when more come than the limit of messages allows. */
export function limitControlFrames(socket: WebSocket, onFlood: () => void): void {
  const rate = new Rate(LIMITS.messagesPerSecond, () => performance.now());
  const take = () => {
    // What comes behind the refusal is passed over.
    if (socket.readyState === socket.OPEN && !rate.take(1)) onFlood();
  };
  socket.on("ping", take);
  socket.on("pong", take);
}
