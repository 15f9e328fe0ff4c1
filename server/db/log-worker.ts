/**
 * The log's thread: one SQLite connection that commits in groups. While one group is being synced
 * to disk the next gathers in the message queue, so the groups grow with the load by themselves.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { prepareGroupCommit } from "./group-commit";
import type { LogAnswer, LogRequest, LogResponse, LogWorkerData } from "./log-messages";
import { openSqliteFile } from "./sqlite-file";
import { WaitingWriters } from "./waiting-writers";

/** Longer than a pause between two attempts of those who wait. */
const LONGEST_COURTESY_MS = 50;

if (parentPort === null) throw new Error("log-worker runs as a worker thread only");
const port = parentPort;
const { path, waiting } = workerData as LogWorkerData; // sqlite-log.ts is the only one that starts this file
const connection = openSqliteFile(path);
const commit = prepareGroupCommit(connection);
const waitingWriters = new WaitingWriters(waiting);

port.on("message", (first: LogRequest) => {
  waitingWriters.letPass(LONGEST_COURTESY_MS);
  const requests = [first, ...waitingRequests()];
  const calls = requests.flatMap((request) => (request === "close" ? [] : request));
  const outcomes = commit(calls.map(({ operation }) => operation));
  const answers = calls.flatMap(({ id }, index): LogAnswer[] => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ id, ...outcome }];
  });
  port.postMessage(answers satisfies LogResponse);
  if (requests.includes("close")) {
    connection.close();
    port.close();
  }
});

function* waitingRequests(): Generator<LogRequest> {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    yield next.message as LogRequest; // the other end posts nothing else
  }
}
