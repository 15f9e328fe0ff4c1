import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AfterPaint } from "@/components/sync/after-paint";
import { behindTyping } from "@/components/sync/typing-pace";
import { drawnPage } from "../helpers/drawn-page";

function openPage() {
  const { page, key, paint } = drawnPage();
  const taken: number[] = [];
  let arrived = 0;
  const work = behindTyping(new AfterPaint(page))(() => taken.push(arrived));
  return {
    /** How many edits had come whenever some were taken. */
    taken,
    arrive() {
      arrived += 1;
      work.request();
    },
    key,
    paint,
    work,
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("SY-97 others' edits come in together, behind what is typed here", () => {
  it("at once while nobody types here, then with rests", () => {
    const { arrive, taken } = openPage();
    arrive();
    expect(taken).toEqual([1]);
    arrive();
    arrive();
    expect(taken).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(taken).toEqual([1, 3]);
  });

  it("while somebody types, after the letter is painted", () => {
    const { arrive, key, paint, taken } = openPage();
    key();
    arrive();
    arrive();
    expect(taken).toEqual([]);
    paint();
    expect(taken).toEqual([2]);
  });

  it("also when what waited was stopped before its turn", () => {
    const { arrive, key, paint, taken, work } = openPage();
    key();
    paint();
    arrive();
    work.stop();
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual([]);
    arrive();
    expect(taken).toEqual([2]);
  });

  it("behind a slow typist after a fifth of a second", () => {
    const { arrive, key, paint, taken } = openPage();
    key();
    paint();
    arrive();
    vi.advanceTimersByTime(199);
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(taken).toEqual([1]);
  });

  it("a painted letter takes nothing in when nothing waits", () => {
    const { key, paint, taken } = openPage();
    key();
    paint();
    expect(taken).toEqual([]);
  });

  it("at once when something builds on them, and never after the page is left", () => {
    const { arrive, key, taken, work } = openPage();
    key();
    arrive();
    work.now();
    expect(taken).toEqual([1]);
    arrive();
    work.stop();
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual([1]);
  });
});
