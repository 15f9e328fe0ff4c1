/**
 * Lectern's rooms, log and sockets in a process of their own, wired as server/build.ts and
 * server/upgrade.ts do it, but without sign-in and pages: none of the peers has them here either. What is
 * left out stands in notes.ts.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { AppError } from "@/core/errors";
import { speechIdSchema } from "@/core/ids";
import { SYNC_PATH } from "@/core/protocol";
import { openStorage } from "@/server/db/storage";
import { answerPings } from "@/server/http/control-frames";
import { startHeartbeat } from "@/server/http/heartbeat";
import { createSocketServer, socketPort } from "@/server/http/web-socket";
import { productionRooms } from "../production-rooms";
import { insertRows } from "./lectern-rows";
import { announce } from "./peers/meter.mjs";
import { answerProfiles } from "./profiled";
import { EditStamps } from "./stamps/edit-stamps";

const { BENCH_FOLDER: dataDir = "", BENCH_ROOMS: roomNames = "", BENCH_STAMPS = "" } = process.env;
const logger = pino({ level: "warn" }, pino.destination(2));

const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: console.error });
const people = await insertRows(storage.database, roomNames.split(","));

const stamps = BENCH_STAMPS === "" ? null : new EditStamps();
const listening = stamps === null ? {} : { log: stamps.log(storage.log), relay: stamps.relay };
const { rooms, metrics, close } = productionRooms({ storage, logger, ...listening });
const sockets = createSocketServer();
const stopHeartbeat = startHeartbeat(sockets, metrics.silent);
const server = createServer();
let joined = 0;
answerProfiles();

server.on("upgrade", (request, socket, head) => {
  const speechId = speechIdSchema.parse(request.url?.slice(SYNC_PATH.length + 1));
  const personId = people[joined % people.length];
  joined += 1;
  if (personId === undefined) throw new Error("nobody to be");
  const participant = { personId, name: "撰稿人", role: "editor" as const };
  sockets.handleUpgrade(request, socket, head, (accepted) => {
    sockets.emit("connection", accepted, request);
    const connection = rooms.accept(socketPort(accepted, request.socket), participant, speechId);
    // `ws` gives one Buffer per message with its default binaryType, nodebuffer.
    const take = (message: Uint8Array) => connection.receive(message);
    const receive = stamps === null ? take : stamps.receiver(speechId, take);
    accepted.on("message", (data) => receive(data as Buffer));
    answerPings(accepted, () => connection.refuse(new AppError("too-many-requests", "pings per second")));
    accepted.on("close", () => connection.left());
    accepted.on("error", (error) => logger.warn({ err: error }, "socket failed"));
  });
});

server.listen(0, "127.0.0.1", () => {
  // A TCP server's address is an AddressInfo; a string is for pipes.
  announce((server.address() as AddressInfo).port, async () => {
    stopHeartbeat();
    await close();
    await storage.close();
  });
});
