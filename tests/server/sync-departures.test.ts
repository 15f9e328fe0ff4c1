import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeFrame, MESSAGE_FRAME, MESSAGE_SAVED, MESSAGE_SYNC } from "@/core/protocol";
import { Departures } from "@/server/sync/departures";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

describe("departures", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Departures after so many submissions, each so long after the one before. */
  function departuresAfter(submissions: number, gapMs: number): Departures {
    const departures = new Departures();
    for (let count = 0; count < submissions; count += 1) {
      vi.advanceTimersByTime(gapMs);
      departures.note();
    }
    return departures;
  }

  /** A commit that would like to set off now; tells how long it waited. */
  function commit(departures: Departures, sockets: number, since = performance.now()) {
    const asked = performance.now();
    const left = { after: null as number | null };
    void departures.wait(sockets, since).then(() => {
      left.after = performance.now() - asked;
    });
    return left;
  }

  it("SY-100 what one person types sets off at once, and nothing runs between", async () => {
    const departures = departuresAfter(200, 125);
    const left = commit(departures, 2);
    await vi.advanceTimersByTimeAsync(0);
    expect(left.after).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("SY-100 while much is written all rooms set off together, within the bound", async () => {
    const departures = departuresAfter(200, 4);
    const first = commit(departures, 12);
    await vi.advanceTimersByTimeAsync(1);
    expect(first.after).toBeNull();
    const second = commit(departures, 500);
    await vi.advanceTimersByTimeAsync(8);
    expect(first.after).toBe((second.after ?? 0) + 1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [12, 3],
    [300, 7],
    [500, 8],
    [10_000, 8],
  ])(
    "SY-100 while much is written a room of %i sockets waits %i ms for company, and none longer than eight",
    async (sockets, longestMs) => {
      const left = commit(departuresAfter(200, 4), sockets);
      await vi.advanceTimersByTimeAsync(longestMs - 1);
      expect(left.after).toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      expect(left.after).toBe(longestMs);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it("SY-100 a room that is due sooner takes the others along", async () => {
    const departures = departuresAfter(200, 4);
    const large = commit(departures, 500);
    const small = commit(departures, 0);
    await vi.advanceTimersByTimeAsync(4);
    expect([large.after, small.after]).toEqual([3, 3]);
  });

  it("SY-100 the wait for an earlier commit counts", async () => {
    const departures = departuresAfter(200, 4);
    const left = commit(departures, 12, performance.now() - 20);
    await vi.advanceTimersByTimeAsync(0);
    expect(left.after).toBe(0);
  });

  it("SY-100 a pause ends the habit of waiting at once", async () => {
    const departures = departuresAfter(200, 4);
    vi.advanceTimersByTime(10_000);
    departures.note();
    const left = commit(departures, 12);
    await vi.advanceTimersByTimeAsync(0);
    expect(left.after).toBe(0);
  });
});

/** The types of the messages that a frame packs. */
function messagesIn(frame: Uint8Array): (number | undefined)[] {
  return decodeFrame(decoding.createDecoder(frame.subarray(1))).map(([type]) => type);
}

describe("a busy room", () => {
  it("SY-101 what others wrote and the acknowledgement reach an author in one frame", async () => {
    const { log, rooms, speechId } = openRooms();
    const [a, b] = [new SyncClient(rooms, speechId), new SyncClient(rooms, speechId)];
    await until(() => a.allSaved && b.allSaved);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    a.write("先写的在路上");
    await until(() => log.batches.length === 1);
    a.write("甲");
    b.write("乙");
    release();
    log.gate = null;
    await until(() => a.allSaved && b.allSaved && a.fragment.toString() === b.fragment.toString());
    for (const author of [a, b]) {
      const packed = author.frames.filter((frame) => frame[0] === MESSAGE_FRAME);
      expect(packed.map(messagesIn)).toEqual([[MESSAGE_SYNC, MESSAGE_SAVED]]);
    }
  });
});
