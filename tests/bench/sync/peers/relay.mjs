/** The floor: a WebSocket server that hands every message to the others in the room and does nothing else. */
import { WebSocket, WebSocketServer } from "ws";
import { announce } from "./meter.mjs";

/** @type {Map<string, Set<WebSocket>>} */
const rooms = new Map();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });

server.on("connection", (socket, request) => {
  const name = request.url ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on("message", (data) => {
    for (const other of room) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data, { binary: true });
    }
  });
  socket.on("close", () => room.delete(socket));
});
server.on("listening", () => {
  const address = server.address();
  if (address !== null && typeof address !== "string") announce(address.port, () => undefined);
});
