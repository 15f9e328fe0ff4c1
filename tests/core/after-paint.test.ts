import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AfterPaint } from "@/components/sync/after-paint";
import { drawnPage } from "../helpers/drawn-page";

function open() {
  const drawn = drawnPage();
  const painted = new AfterPaint(drawn.page);
  const done: string[] = [];
  const work = (name: string) => () => void done.push(name);
  return { ...drawn, painted, done, work };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("SY-122 what a key press sends and keeps waits for its letter to be painted", () => {
  it("at once while no letter is on its way", () => {
    const { painted, done, work, key, paint } = open();
    painted.run(work("before"));
    expect(done).toEqual(["before"]);
    key();
    paint();
    painted.run(work("after"));
    expect(done).toEqual(["before", "after"]);
  });

  it("behind the paint, in order; before what others wrote", () => {
    const { painted, done, work, key, paint } = open();
    painted.onPainted(work("theirs"));
    key();
    painted.run(work("edit"));
    painted.run(work("caret"));
    expect(done).toEqual([]);
    paint();
    expect(done).toEqual(["edit", "caret", "theirs"]);
  });

  it("once, and last, what is asked for again", () => {
    const { painted, done, work, key, paint } = open();
    const caret = work("caret");
    key();
    painted.run(caret);
    painted.run(work("edit"));
    painted.run(caret);
    paint();
    expect(done).toEqual(["edit", "caret"]);
  });

  it("with the same frame, what the work itself asks for", () => {
    const { painted, done, work, key } = open();
    key();
    painted.run(() => {
      done.push("edit");
      painted.run(work("caret"));
    });
    painted.now();
    expect(done).toEqual(["edit", "caret"]);
  });

  it("no longer than a moment where no frame is drawn", () => {
    const { painted, done, work, key } = open();
    key();
    painted.run(work("edit"));
    vi.advanceTimersByTime(99);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(["edit"]);
  });

  it("not at all once the page is hidden or closed", () => {
    const hidden = open();
    hidden.key();
    hidden.painted.run(hidden.work("edit"));
    hidden.hide();
    expect(hidden.done).toEqual(["edit"]);
    hidden.key();
    hidden.painted.run(hidden.work("next"));
    expect(hidden.done).toEqual(["edit", "next"]);

    const closed = open();
    closed.key();
    closed.painted.run(closed.work("edit"));
    closed.painted.stop();
    expect(closed.done).toEqual(["edit"]);
    closed.key();
    closed.painted.run(closed.work("next"));
    expect(closed.done).toEqual(["edit", "next"]);
  });

  it("though what came before it failed", () => {
    const { painted, done, work, key, paint } = open();
    const reported: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    const broken = new Error("no place in this browser");
    key();
    painted.run(() => {
      throw broken;
    });
    painted.run(work("edit"));
    paint();
    expect(done).toEqual(["edit"]);
    expect(reported).toEqual([broken]);
  });
});
