/** The working side of process-calls.ts: a process's entry file calls it once. */
import type { ProcessAnswer } from "./process-calls";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

/** Throws in a process that nobody forked. Ends with the process that it works for. */
export function answerProcessCalls<Input, Output>(work: (input: Input) => Output): void {
  if (process.send === undefined) throw new Error("runs as a forked process only");
  const send = process.send.bind(process);
  process.on("disconnect", () => process.exit());
  process.on("message", (call) => {
    const { id, input } = call as WorkerCall<Input>; // createProcessCalls() wrote it
    const message: ProcessAnswer<Output> = { answer: answer(id, input), memory: process.memoryUsage.rss() };
    send(message);
  });

  function answer(id: number, input: Input): WorkerAnswer<Output> {
    try {
      return { id, ok: true, output: work(input) };
    } catch (error) {
      return { id, ok: false, detail: String(error) };
    }
  }
}
