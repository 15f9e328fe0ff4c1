/** In the log's thread: notes when each group is durable, which is when it is answered. */
import { parentPort } from "node:worker_threads";
import type { LogResponse } from "@/server/db/log-messages";
import { now, sharedLogTimes } from "./log-times";

const times = sharedLogTimes();
if (parentPort !== null && times !== undefined) {
  const port = parentPort;
  const post = port.postMessage.bind(port);
  port.postMessage = (answers: LogResponse) => {
    const at = now();
    for (const { id } of answers) times[id % times.length] = at;
    post(answers);
  };
}
