/** y-websocket 2.1.0's own server with its own LevelDB storage, as `npx y-websocket` runs it. */
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { announce } from "./meter.mjs";

process.env.YPERSISTENCE = path.join(process.env.BENCH_FOLDER ?? "", "leveldb");
process.env.HOST = "127.0.0.1";
process.env.PORT = "0";

// It keeps its HTTP server to itself, so the port is learnt where that server is made.
const { createServer } = http;
http.createServer = (...args) => {
  const server = createServer(...args);
  server.once("listening", () => announce(server.address().port, closeStorage));
  return server;
};

const require = createRequire(import.meta.url);
const utils = require.resolve("y-websocket/bin/utils");
require(path.join(path.dirname(utils), "server.cjs"));

/** It has no orderly end of its own; without this one, writes under way would count as lost. */
const closeStorage = () => require(utils).getPersistence().provider.destroy();
