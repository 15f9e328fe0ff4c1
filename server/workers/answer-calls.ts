/** The working side: a worker's entry file calls it once. */
import { parentPort } from "node:worker_threads";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

/** Throws outside a worker thread. */
export function answerCalls<Input, Output>(work: (input: Input) => Output): void {
  if (parentPort === null) throw new Error("runs as a worker thread only");
  const port = parentPort;
  port.on("message", (call: WorkerCall<Input>) => port.postMessage(answer(call)));

  function answer({ id, input }: WorkerCall<Input>): WorkerAnswer<Output> {
    try {
      return { id, ok: true, output: work(input) };
    } catch (error) {
      return { id, ok: false, detail: String(error) };
    }
  }
}
