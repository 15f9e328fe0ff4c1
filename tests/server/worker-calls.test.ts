/** Calls to a thread: their places, and giving one up while others wait. */
import { afterEach, describe, expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import { archivesSpeech } from "@/core/samples/archives-speech";
import type { DocxOrder, Exporter } from "@/server/export/exporter";
import { createExporter } from "../helpers/checked-exports";

let exporter: Exporter;
afterEach(() => exporter?.close());

/** `copies` of the sample: a thousand are work for a minute. */
const order = (copies: number): DocxOrder => ({
  format: "docx",
  content: {
    kind: "clean",
    document: {
      type: "doc",
      content: Array.from({ length: copies }, () => archivesSpeech.document.content ?? []).flat(),
    },
    names: new Map(),
    threads: [],
  },
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "讲话",
  madeAt: 0,
  watermark: null,
});

// Starting a thread from TypeScript takes seconds where other tests share the machine.
describe("files that wait for each other", { timeout: 60_000 }, () => {
  it("EX-70 each is told how many are ahead, until its turn comes", async () => {
    exporter = createExporter({ pdf: () => Promise.reject(new Error("no PDF here")) });
    const places: number[][] = [[], [], []];
    const made = await Promise.all(
      places.map((told) => exporter.make(order(1), { onPlace: (ahead) => told.push(ahead) })),
    );
    expect(places).toEqual([[0], [1, 0], [2, 1, 0]]);
    expect(made.map(({ length }) => length > 1000)).toEqual([true, true, true]);
  });

  it("EX-70 one that is given up ends at once, waiting or under way, and the others are made", async () => {
    exporter = createExporter({ pdf: () => Promise.reject(new Error("no PDF here")) });
    const [running, waiting] = [new AbortController(), new AbortController()];
    const gone = new Error("given up");
    // More work than the test has time for: only its end lets the third be made.
    const first = exporter.make(order(600), {
      signal: running.signal,
      onPlace: (ahead) => ahead === 0 && waiting.abort(gone),
    });
    const second = exporter.make(order(1), { signal: waiting.signal });
    const third = exporter.make(order(1));
    const outcomes = Promise.allSettled([first, second]);
    running.abort(gone);
    expect((await third).length).toBeGreaterThan(1000);
    expect(await outcomes).toEqual([
      { status: "rejected", reason: gone },
      { status: "rejected", reason: gone },
    ]);
    await expect(exporter.make(order(1), { signal: running.signal })).rejects.toBe(gone);
    expect((await exporter.make(order(1))).length).toBeGreaterThan(1000);
  });
});
