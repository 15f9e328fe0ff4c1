import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { calmSave } from "@/components/editor/status/calm-save";
import type { ConnectionState } from "@/components/sync/connection-state";
import type { SaveState } from "@/components/sync/save-state";

/** What of a connection the bar looks at; `turn` is what the real one does with every key and answer. */
function pretendConnection() {
  const listeners = new Set<() => void>();
  const connection = {
    state: { save: { kind: "saved", savedAt: 1 } } as ConnectionState, // the rest is never read
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const turn = (save: SaveState) => {
    connection.state = { ...connection.state, save };
    for (const listener of listeners) listener();
  };
  return { connection, turn };
}

describe("what the bar says while somebody writes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const begin = () => {
    const { connection, turn } = pretendConnection();
    const calm = calmSave(connection);
    const said: string[] = [];
    const stop = calm.subscribe(() => said.at(-1) !== calm.get().kind && said.push(calm.get().kind));
    return { turn, said, calm, stop };
  };

  it("ED-63 it goes on saying that it is being saved, and says saved once writing pauses", () => {
    const { turn, said, calm } = begin();
    for (let key = 0; key < 5; key += 1) {
      turn({ kind: "saving" });
      vi.advanceTimersByTime(20);
      turn({ kind: "saved", savedAt: 2 + key });
      vi.advanceTimersByTime(80);
    }
    expect(said).toEqual(["saved", "saving"]);
    vi.advanceTimersByTime(250);
    expect(said).toEqual(["saved", "saving", "saved"]);
    expect(calm.get()).toEqual({ kind: "saved", savedAt: 6 });
  });

  it("SY-166 while the server restarts it says that it is being saved", () => {
    const { turn, said, calm } = begin();
    turn({ kind: "restarting" });
    expect(calm.get()).toEqual({ kind: "saving" });
    turn({ kind: "saving" });
    turn({ kind: "saved", savedAt: 2 });
    vi.advanceTimersByTime(250);
    expect(said).toEqual(["saved", "saving", "saved"]);
    turn({ kind: "restarting" });
    turn({ kind: "offline", unsynced: { any: true, characters: 3 }, keptLocally: "yes" });
    expect(said).toEqual(["saved", "saving", "saved", "saving", "offline"]);
  });

  it("ED-63 who writes on without a pause is told now and then that what is written so far is saved", () => {
    const { turn, said } = begin();
    for (let key = 0; key < 40; key += 1) {
      turn({ kind: "saving" });
      vi.advanceTimersByTime(20);
      turn({ kind: "saved", savedAt: 2 + key });
      vi.advanceTimersByTime(80);
    }
    expect(said).toEqual(["saved", "saving", "saved", "saving", "saved", "saving"]);
  });

  it("ED-63 it never says saved of an edit that isn't, however the two meet", () => {
    const { turn, calm } = begin();
    turn({ kind: "saving" });
    turn({ kind: "saved", savedAt: 2 });
    vi.advanceTimersByTime(249);
    turn({ kind: "saving" });
    vi.advanceTimersByTime(10_000);
    expect(calm.get().kind).toBe("saving");
  });

  it("ED-63 SY-109 what this browser is still writing isn't called kept; said it is only when that takes long", () => {
    const { turn, calm, said } = begin();
    const offline = (characters: number, keptLocally: "yes" | "writing") =>
      turn({ kind: "offline", unsynced: { any: true, characters }, keptLocally });
    offline(1, "yes");
    offline(2, "writing");
    expect(calm.get()).toMatchObject({ unsynced: { characters: 1 }, keptLocally: "yes" });
    vi.advanceTimersByTime(10);
    offline(2, "yes");
    expect(calm.get()).toMatchObject({ unsynced: { characters: 2 }, keptLocally: "yes" });
    // A disk that hangs is told, though somebody writes on.
    for (let characters = 3; characters <= 10; characters += 1) {
      offline(characters, "writing");
      vi.advanceTimersByTime(50);
    }
    expect(calm.get()).toMatchObject({ keptLocally: "writing" });
    expect(said.every((kind) => kind !== "saving")).toBe(true);
  });

  it("ED-63 trouble is said at once, and nothing after nobody looks any more", () => {
    const { turn, said, stop } = begin();
    turn({ kind: "saving" });
    turn({ kind: "offline", unsynced: { any: true, characters: 3 }, keptLocally: "yes" });
    expect(said).toEqual(["saved", "saving", "offline"]);
    turn({ kind: "saving" });
    turn({ kind: "saved", savedAt: 3 });
    stop();
    vi.advanceTimersByTime(10_000);
    expect(said.at(-1)).toBe("saving");
  });
});
