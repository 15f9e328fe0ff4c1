/** Writers who type on while something happens to their servers. */
import type { NodeWriter } from "./node-writer";
import type { Random } from "./random";
import { editAtRandom } from "./random-edit";

const TYPING_INTERVAL_MS = 5;

export interface NodeTyping {
  /** Resolves after so many more edits. */
  edits(count: number): Promise<void>;
  /**
   * Resolves right when this writer has been shown all of theirs as saved while a colleague's edit is still on
   * its way: a server that says so too early hasn't stored it yet.
   */
  midst(writer: NodeWriter): Promise<void>;
  stop(): void;
}

export function typeOn(writers: readonly NodeWriter[], random: Random): NodeTyping {
  let done = 0;
  const waiting = new Set<() => void>();
  const typing = setInterval(() => {
    editAtRandom(random.pick(writers).doc, random);
    done += 1;
    for (const look of waiting) look();
  }, TYPING_INTERVAL_MS);
  return {
    edits(count) {
      const last = done + count;
      return new Promise((resolve) => {
        const look = () => {
          if (done < last) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    midst: (writer) =>
      new Promise((resolve) => {
        writer.onAcknowledged = () => {
          if (!writer.allSaved || !writers.some((other) => other.connected && !other.allSaved)) return;
          writer.onAcknowledged = () => {};
          resolve();
        };
      }),
    stop: () => clearInterval(typing),
  };
}
