/** Prometheus metrics of this process. Numbers only: no names, no titles, no text. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { SyncMetrics } from "./sync/ports";

export interface Metrics extends SyncMetrics {
  /** The text that Prometheus scrapes, and its content type. */
  expose(): Promise<{ readonly contentType: string; readonly body: string }>;
  /** A socket that didn't answer was dropped. */
  silent(): void;
  /** Where the numbers of rooms and sockets come from. */
  observe(rooms: { readonly size: number; readonly sockets: number }): void;
}

/** From half a millisecond (an SSD's sync) to ten seconds (a disk in trouble), in seconds. */
const COMMIT_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Among these is nodejs_eventloop_lag_p99_seconds.
  collectDefaultMetrics({ register: registry });
  const refusals = new Counter({
    name: "lectern_socket_refusals_total",
    help: "Sockets closed with an error, by its code",
    labelNames: ["code"],
    registers,
  });
  const silences = new Counter({
    name: "lectern_silent_sockets_total",
    help: "Sockets dropped because nobody answered at the other end",
    registers,
  });
  const commits = new Histogram({
    name: "lectern_commit_seconds",
    help: "Time until a batch of edits is durable",
    buckets: COMMIT_BUCKETS,
    registers,
  });
  const committedBytes = new Counter({
    name: "lectern_committed_bytes_total",
    help: "Bytes of edits written to the log",
    registers,
  });
  const submissions = new Counter({
    name: "lectern_submissions_total",
    help: "Messages with edits that were stored; divided by commits, the size of a batch",
    registers,
  });
  const sentBytes = new Counter({
    name: "lectern_sent_bytes_total",
    help: "Bytes of edits handed to sockets",
    registers,
  });
  return {
    refused: (code) => refusals.inc({ code }),
    silent: () => silences.inc(),
    committed({ durationMs, bytes, submissions: count }) {
      commits.observe(durationMs / 1000);
      committedBytes.inc(bytes);
      submissions.inc(count);
    },
    shown: ({ bytes, sockets }) => sentBytes.inc(bytes * sockets),
    observe(rooms) {
      new Gauge({
        name: "lectern_rooms",
        help: "Speeches open in memory",
        registers,
        collect() {
          this.set(rooms.size);
        },
      });
      new Gauge({
        name: "lectern_sockets",
        help: "Open sockets",
        registers,
        collect() {
          this.set(rooms.sockets);
        },
      });
    },
    expose: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
