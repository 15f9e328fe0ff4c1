/**
 * Lectern's rooms, log and sockets in a process of their own, wired as server/build.ts and
 * server/upgrade.ts do it, but without sign-in and pages: none of the peers has them here either.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { speechIdSchema } from "@/core/ids";
import { SYNC_PATH } from "@/core/protocol";
import { countDocument } from "@/core/text/count";
import { openStorage } from "@/server/db/storage";
import { createSocketServer, socketPort } from "@/server/http/web-socket";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms } from "@/server/sync/rooms";
import { insertRows } from "./lectern-rows";
import { announce } from "./peers/meter.mjs";
import { answerProfiles } from "./profiled";

const { BENCH_FOLDER: dataDir = "", BENCH_ROOMS: roomNames = "" } = process.env;
const report = (fields: Readonly<Record<string, unknown>>, message: string) => console.error(message, fields);
const logger = { info: () => undefined, warn: report, error: report };

const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: console.error });
const people = await insertRows(storage.database, roomNames.split(","));

const rooms = new Rooms({ log: storage.log, relay: localRelay, logger, count: countDocument });
const sockets = createSocketServer();
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
    const connection = rooms.accept(socketPort(accepted, request.socket), participant, speechId);
    // `ws` gives one Buffer per message with its default binaryType, nodebuffer.
    accepted.on("message", (data) => connection.receive(data as Buffer));
    accepted.on("close", () => connection.left());
    accepted.on("error", (error) => report({ err: error }, "socket failed"));
  });
});

server.listen(0, "127.0.0.1", () => {
  // A TCP server's address is an AddressInfo; a string is for pipes.
  announce((server.address() as AddressInfo).port, async () => {
    await rooms.close();
    await storage.close();
  });
});
