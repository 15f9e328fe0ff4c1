/** When the page asks for its preview; what it asks is tests/server/previews.test.ts. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PreviewStore } from "@/components/editor/preview/preview-store";
import { AppError } from "@/core/errors";
import type { Preview } from "@/core/preview";

const PREVIEW: Preview = {
  pages: ["0".repeat(32)],
  page: { width: 210, height: 297 },
  lastPageLines: 1,
  lastLineCharacters: null,
  replaced: [],
  missing: [],
  places: [],
};
/** Longer than any pause of the store's. */
const LONG_MS = 5000;

interface Asked {
  readonly layout: string;
  readonly all: boolean;
  readonly signal: AbortSignal;
  answer(pages: number, undrawn?: number): void;
  fail(error: unknown): void;
}
let asked: Asked[];
let isVisible: boolean;
let store: PreviewStore;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  asked = [];
  isVisible = true;
  store = new PreviewStore(
    {
      mayAsk: () => isVisible,
      read: ({ layout, all }, signal) =>
        new Promise((resolve, reject) => {
          const answer = (pages: number, undrawn = 0) =>
            resolve({
              ...PREVIEW,
              pages: Array.from({ length: pages }, (_, page) => (page < undrawn ? null : "0".repeat(32))),
            });
          asked.push({ layout, all, signal, answer, fail: reject });
        }),
    },
    "gbt9704",
  );
});
afterEach(() => {
  store.stop();
  vi.useRealTimers();
});

const passes = (ms = LONG_MS) => vi.advanceTimersByTimeAsync(ms);
const pages = () => store.get().shown?.preview.pages.length;

it("EX-77 one request is under way, and the newest text is asked for behind it", async () => {
  store.ask();
  for (let letter = 0; letter < 20; letter += 1) {
    store.changed();
    await passes(100);
  }
  expect(asked).toHaveLength(1);
  asked[0]?.answer(1);
  await passes();
  expect(pages()).toBe(1);
  expect(asked).toHaveLength(2);
  asked[1]?.answer(2);
  await passes();
  expect(pages()).toBe(2);
  expect(asked).toHaveLength(2);
});

it("EX-77 somebody who never pauses sees the pages follow all the same", async () => {
  for (let letter = 0; letter < 30; letter += 1) {
    store.changed();
    await passes(100);
    asked.at(-1)?.answer(asked.length);
  }
  expect(asked.length).toBeGreaterThanOrEqual(3);
});

it("EX-128 what waited for the answer is asked for right behind it, not after a pause of its own", async () => {
  store.ask();
  for (let letter = 0; letter < 8; letter += 1) {
    store.changed();
    await passes(100);
  }
  asked[0]?.answer(1);
  await passes(100);
  expect(asked).toHaveLength(2);
  // Nothing was typed since: nothing more is asked.
  asked[1]?.answer(1);
  await passes();
  expect(asked).toHaveLength(2);
});

it("EX-128 all pages are asked for once when nobody types any more and some aren't drawn", async () => {
  store.ask();
  asked[0]?.answer(5, 3);
  await passes(950);
  expect(asked.map(({ all }) => all)).toEqual([false]);
  // Somebody types: then this is what is asked for, and the rest again later.
  store.changed();
  await passes(250);
  expect(asked.map(({ all }) => all)).toEqual([false, false]);
  asked[1]?.answer(5, 3);
  await passes();
  expect(asked.map(({ all }) => all)).toEqual([false, false, true]);
  asked[2]?.answer(5);
  await passes();
  expect(asked).toHaveLength(3);
});

it("EX-128 the rest isn't asked for after a failure, nor while nobody can see it", async () => {
  store.ask();
  asked[0]?.answer(5, 3);
  store.changed();
  await passes(500);
  asked[1]?.fail(new AppError("unreachable"));
  await passes();
  expect(asked).toHaveLength(2);
  store.resume();
  await passes(500);
  asked[2]?.answer(5, 3);
  isVisible = false;
  await passes();
  expect(asked).toHaveLength(3);
  // On return some pages are still to be drawn.
  isVisible = true;
  store.resume();
  await passes();
  expect(asked).toHaveLength(4);
});

it("EX-128 pages that one turns to together are asked for once", async () => {
  store.ask();
  asked[0]?.answer(5, 3);
  await passes(100);
  for (let page = 0; page < 3; page += 1) store.undrawn();
  expect(asked).toHaveLength(2);
  asked[1]?.answer(5);
  await passes();
  expect(asked).toHaveLength(2);
});

it("EX-83 nothing is asked while nobody can see it, and all of it afterwards", async () => {
  isVisible = false;
  store.ask();
  store.changed();
  await passes();
  expect(asked).toHaveLength(0);
  isVisible = true;
  store.resume();
  await passes();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(1);
  await passes();
  // Coming back to what is up to date asks nothing.
  store.resume();
  await passes();
  expect(asked).toHaveLength(1);
});

it("EX-83 a failure is told, keeps what is shown, and is over with the next answer", async () => {
  store.ask();
  asked[0]?.answer(3);
  await passes();
  store.changed();
  await passes();
  asked[1]?.fail(new AppError("unreachable"));
  await passes();
  expect(store.get().failure?.code).toBe("unreachable");
  expect(pages()).toBe(3);
  store.resume();
  await passes();
  asked[2]?.answer(4);
  await passes();
  expect(store.get().failure).toBeNull();
  expect(pages()).toBe(4);
});

it("EX-81 told to come again, it does, and says nothing of it", async () => {
  store.ask();
  asked[0]?.fail(new AppError("too-many-requests"));
  await passes();
  expect(store.get().failure).toBeNull();
  expect(asked).toHaveLength(2);
});

it("EX-76 another layout gives up the question in the one before", async () => {
  store.ask();
  store.choose("meeting");
  expect(asked.map(({ layout, signal }) => [layout, signal.aborted])).toEqual([
    ["gbt9704", true],
    ["meeting", false],
  ]);
  asked[0]?.answer(9);
  asked[1]?.answer(2);
  await passes();
  expect(store.get().shown?.layout).toBe("meeting");
  expect(pages()).toBe(2);
});
