/**
 * Finds sockets whose other end is gone without a word: a laptop that was shut, a cable pulled. TCP
 * alone takes minutes to hours for that, and the person would be shown as present all the time.
 */
import type { WebSocket, WebSocketServer } from "ws";

export const HEARTBEAT_MS = 25_000;

/** Pings every socket and drops those that didn't answer since the last ping; returns the way to stop. */
export function startHeartbeat(server: WebSocketServer, intervalMs: number): () => void {
  const unanswered = new WeakSet<WebSocket>();
  server.on("connection", (socket) => socket.on("pong", () => unanswered.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (unanswered.has(socket)) socket.terminate();
      else {
        unanswered.add(socket);
        socket.ping();
      }
    }
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
