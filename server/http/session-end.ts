/** A socket lasts no longer than the session that it was opened in. */
import type { WebSocket } from "ws";

/** Longest delay that timers take; a session is far shorter. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls `end`, which must close the socket, when its session is over; never once the socket has closed. */
export function atSessionEnd(socket: WebSocket, expiresAt: Date, end: () => void): void {
  const timer = setTimeout(end, Math.min(expiresAt.getTime() - Date.now(), LONGEST_TIMER_MS));
  timer.unref();
  socket.on("close", () => clearTimeout(timer));
}
