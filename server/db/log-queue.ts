/** What was handed to the log and isn't on disk yet, all speeches together. */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";

/** Bounded, since a slow disk may slow what is acknowledged and mustn't fill the memory. */
export class LogQueue {
  #bytes = 0;

  /** Throws `storage-unavailable` where so much waits that these bytes would be too many. */
  add(bytes: number): void {
    if (this.#bytes + bytes > LIMITS.logQueueBytes) {
      throw new AppError("storage-unavailable", "the log's queue is full");
    }
    this.#bytes += bytes;
  }

  /** Of what was answered. */
  remove(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Counts them until `work` has come to its end. */
  async hold<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
    this.add(bytes);
    try {
      return await work();
    } finally {
      this.remove(bytes);
    }
  }
}
