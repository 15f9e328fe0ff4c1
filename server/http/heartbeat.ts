/**
 * Finds sockets whose other end is gone without a word: a laptop that was shut, a cable pulled. TCP
 * alone takes minutes to hours for that, and the person would be shown as present all the time.
 */
import type { Socket } from "node:net";
import type { WebSocket, WebSocketServer } from "ws";

/** Twice this is how long a silent socket shows its person as present. */
const HEARTBEAT_MS = 25_000;

/** How far a connection has come. */
interface Progress {
  /** Bytes, an answer to a ping among them. */
  readonly received: number;
  /** Bytes that went to the operating system. */
  readonly handedOver: number;
  /** The operating system takes no more before the other end has taken something. */
  readonly isFull: boolean;
}

function progressOf(connection: Socket): Progress {
  const { bytesRead: received, bytesWritten, writableLength } = connection;
  return { received, handedOver: bytesWritten - writableLength, isFull: writableLength > 0 };
}

/**
 * Whether the other end showed itself between two beats. A ping and its answer wait behind what else is on the line,
 * on a slow one for minutes; so whatever comes counts, and whatever goes: not what the operating system only
 * keeps, which it does for the dead too.
 */
const showedItself = (before: Progress, now: Progress): boolean =>
  now.received > before.received || (before.isFull && now.handedOver > before.handedOver);

/** One beat: drops the sockets that moved nothing since the last one, counted, and pings the others. */
export function createBeat(server: WebSocketServer, onSilent: () => void = () => undefined): () => void {
  const connections = new WeakMap<WebSocket, Socket>();
  const last = new WeakMap<WebSocket, Progress>();
  server.on("connection", (socket, request) => connections.set(socket, request.socket));
  return () => {
    for (const socket of server.clients) {
      const connection = connections.get(socket);
      if (connection === undefined) continue;
      const before = last.get(socket);
      const now = progressOf(connection);
      if (before === undefined || showedItself(before, now)) {
        last.set(socket, now);
        socket.ping();
      } else {
        onSilent();
        socket.terminate();
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
