/** The comparing thread: a long speech takes a tenth of a second, which typists would feel. */
import { parentPort } from "node:worker_threads";
import { type CompareRequest, type CompareResponse, compareFully } from "./compare-messages";

if (parentPort === null) throw new Error("compare-worker runs as a worker thread only");
const port = parentPort;

port.on("message", (request: CompareRequest) => port.postMessage(answer(request)));

function answer(request: CompareRequest): CompareResponse {
  try {
    return { id: request.id, ok: true, compared: compareFully(request) };
  } catch (error) {
    return { id: request.id, ok: false, detail: String(error) };
  }
}
