/**
 * Finds sockets whose other end is gone without a word: a laptop that was shut, a cable pulled. TCP
 * alone takes minutes to hours for that, and the person would be shown as present all the time.
 */
import type { WebSocket, WebSocketServer } from "ws";

/** Twice this is how long a silent socket shows its person as present. */
const HEARTBEAT_MS = 25_000;

/** One beat: drops the sockets that didn't answer the last one, counted, and pings the others. */
export function createBeat(server: WebSocketServer, onSilent: () => void = () => undefined): () => void {
  const unanswered = new WeakSet<WebSocket>();
  server.on("connection", (socket) => socket.on("pong", () => unanswered.delete(socket)));
  return () => {
    for (const socket of server.clients) {
      if (unanswered.has(socket)) {
        onSilent();
        socket.terminate();
      } else {
        unanswered.add(socket);
        socket.ping();
      }
    }
  };
}

/** Beats until the returned function is called. */
export function startHeartbeat(server: WebSocketServer, onSilent: () => void): () => void {
  const timer = setInterval(createBeat(server, onSilent), HEARTBEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}
