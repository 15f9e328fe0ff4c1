/**
 * Where an edit's time goes between the server's receipt and the last reader's frame. It listens in through the
 * engine's own ports (socket, log, relay), and only in the run that is for it: production has no stamps.
 */
import type { SpeechId } from "@/core/ids";
import { MESSAGE_SYNC } from "@/core/protocol";
import { localRelay } from "@/server/sync/local-relay";
import type { Relay, UpdateLog } from "@/server/sync/ports";
import { now, shareLogTimes } from "./log-times";
import { type EditTimes, type StageTimes, stageTimes } from "./stages";

interface Batch extends Omit<EditTimes, "received" | "judged" | "written"> {
  readonly edits: readonly Pick<EditTimes, "received" | "judged">[];
}

/** y-protocols/sync: an update, as its second byte says. */
const SYNC_UPDATE = 2;

export class EditStamps {
  private readonly logTimes = shareLogTimes();
  /** As the log itself numbers its calls. */
  private calls = 0;
  private readonly judged = new Map<SpeechId, Pick<EditTimes, "received" | "judged">[]>();
  private readonly heard = new Map<SpeechId, Batch>();
  private readonly lastWritten = new Map<SpeechId, number>();
  /** Null while nobody wants to know. */
  private edits: EditTimes[] | null = null;

  constructor() {
    process.on("message", (message) => {
      if (message === "start-stamps") {
        this.edits = [];
        process.send?.({ kind: "stamping" });
      } else if (message === "stop-stamps") {
        const stages: readonly StageTimes[] = stageTimes(this.edits ?? []);
        this.edits = null;
        process.send?.({ kind: "stages", stages });
      }
    });
  }

  /** Wraps what takes a socket's messages: an update is judged when it returns. */
  receiver(speechId: SpeechId, receive: (message: Uint8Array) => void): (message: Uint8Array) => void {
    return (message) => {
      const received = now();
      receive(message);
      if (message[0] !== MESSAGE_SYNC || message[1] !== SYNC_UPDATE) return;
      const edit = { received, judged: now() };
      const others = this.judged.get(speechId);
      if (others === undefined) this.judged.set(speechId, [edit]);
      else others.push(edit);
    };
  }

  /** A room calls the log once its batch departs, with all that it judged until then. */
  log(log: UpdateLog): UpdateLog {
    return {
      append: async (entry) => {
        const { speechId } = entry;
        const id = ++this.calls;
        const edits = this.judged.get(speechId) ?? [];
        this.judged.delete(speechId);
        const times = { departed: now(), sent: Number.NaN };
        const stored = log.append(entry);
        // Behind the log's own, which sends what was called in this turn to its thread.
        process.nextTick(() => {
          times.sent = now();
        });
        const seq = await stored;
        const synced = this.logTimes[id % this.logTimes.length] ?? Number.NaN;
        const before = this.lastWritten.get(speechId) ?? 0;
        this.heard.set(speechId, { ...times, edits, synced, heard: now(), before });
        return seq;
      },
      load: (...call) => this.counted(log.load(...call)),
      compact: (...call) => this.counted(log.compact(...call)),
      recordFigures: (...call) => this.counted(log.recordFigures(...call)),
    };
  }

  /** A room tells the other nodes of a batch right after its readers' frames were written. */
  readonly relay: Relay = {
    ...localRelay,
    publish: (speechId, { kind }) => {
      const batch = this.heard.get(speechId);
      if (kind !== "update" || batch === undefined) return;
      this.heard.delete(speechId);
      const written = now();
      this.lastWritten.set(speechId, written);
      const { edits, ...times } = batch;
      for (const edit of edits) this.edits?.push({ ...times, ...edit, written });
    },
  };

  private counted<T>(call: T): T {
    this.calls += 1;
    return call;
  }
}
