/**
 * Colleagues in Node who keep editing the measured speech over real sockets. They share the machine with the browser
 * that is measured, so each takes in what the others write once a second instead of a hundred times: taking it at once,
 * all twenty together used most of a core, and keys waited for that, not for what a page does.
 */
import * as Y from "yjs";
import type { Pace } from "@/components/sync/typing-pace";
import { FRAGMENT } from "@/core/document/schema";
import { NodeWriter } from "../../helpers/node-writer";
import type { Account } from "../../helpers/office";
import { seededRandom } from "../../helpers/random";

const TAKING_MS = 1000;

const onceASecond: Pace = (run) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(waiting);
    waiting = undefined;
    run();
  };
  return {
    request() {
      // Not all twenty in the same moment.
      waiting ??= setTimeout(now, TAKING_MS * (0.5 + Math.random()));
    },
    now,
    stop() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
};

export class RemoteWriters {
  readonly #writers: readonly NodeWriter[];
  #typing: ReturnType<typeof setInterval> | undefined;
  edits = 0;

  constructor(accounts: readonly Account[], speechId: string) {
    this.#writers = accounts.map((account) => new NodeWriter(account, speechId, { pace: onceASecond }));
  }

  get ready(): boolean {
    return this.#writers.every((writer) => writer.allSaved);
  }

  /** Every writer makes so many edits a second, spread evenly over the second. */
  start(editsPerSecond: number): void {
    const random = seededRandom(7);
    let turn = 0;
    this.#typing = setInterval(
      () => {
        const doc = this.#writers[turn % this.#writers.length]?.doc;
        turn += 1;
        const texts = (doc?.getXmlFragment(FRAGMENT).toArray() ?? []).flatMap((block) => {
          const text = block instanceof Y.XmlElement ? block.get(0) : null;
          return text instanceof Y.XmlText ? [text] : [];
        });
        const text = random.pick(texts);
        // As many characters go as come, so that the text keeps its length.
        if (text.length > 20 && random.chance(0.5)) text.delete(random.below(text.length), 1);
        else text.insert(random.below(text.length + 1), "字");
        this.edits += 1;
      },
      1000 / (editsPerSecond * this.#writers.length),
    );
  }

  stop(): void {
    clearInterval(this.#typing);
  }

  close(): void {
    this.stop();
    for (const writer of this.#writers) writer.close();
  }
}
