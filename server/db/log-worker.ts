/**
 * The log's thread: one SQLite connection that commits in groups. While one group is being synced
 * to disk the next gathers in the message queue, so the groups grow with the load by themselves.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { commitGroup } from "./group-commit";
import type { LogRequest, LogResponse, LogWorkerData } from "./log-messages";
import { prepareLogStatements } from "./log-statements";
import { openSqliteFile } from "./sqlite-file";

if (parentPort === null) throw new Error("log-worker runs as a worker thread only");
const port = parentPort;
const { path } = workerData as LogWorkerData; // sqlite-log.ts is the only one that starts this file
const connection = openSqliteFile(path);
const statements = prepareLogStatements(connection);

port.on("message", (first: LogRequest) => {
  const requests = [first, ...waitingRequests()];
  const operations = requests.filter((request) => request.kind === "operation");
  const outcomes = commitGroup(
    connection,
    statements,
    operations.map(({ operation }) => operation),
  );
  for (const [index, { id }] of operations.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined) port.postMessage({ id, ...outcome } satisfies LogResponse);
  }
  if (requests.some(({ kind }) => kind === "close")) {
    connection.close();
    port.close();
  }
});

function* waitingRequests(): Generator<LogRequest> {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    yield next.message as LogRequest; // the other end posts nothing else
  }
}
