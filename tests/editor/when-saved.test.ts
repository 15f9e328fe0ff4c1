/** Why something that waits for the text can't be sent. */
import { expect, test } from "vitest";
import { whenSaved } from "@/components/editor/comments/when-saved";
import type { SpeechConnection } from "@/components/sync/connection";
import type { SaveState } from "@/components/sync/save-state";

const unsynced = { any: true, characters: 2 };

test.each<[string, SaveState]>([
  ["unauthenticated", { kind: "refused", code: "unauthenticated", unsynced }],
  ["forbidden", { kind: "refused", code: "forbidden", unsynced }],
  ["unreachable", { kind: "offline", unsynced, keptLocally: "yes" }],
  ["storage-unavailable", { kind: "storage-trouble", unsynced, keptLocally: "yes" }],
])("CO-47 a comment that can't be sent is told why: %s", async (code, save) => {
  const connection = { state: { save }, subscribe: () => () => undefined } as unknown as SpeechConnection;
  await expect(whenSaved(connection)).rejects.toMatchObject({ code });
});

test("SY-166 a comment written while the server restarts waits for it", async () => {
  const state: { save: SaveState } = { save: { kind: "restarting" } };
  const listeners: (() => void)[] = [];
  const subscribe = (listener: () => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const waiting = whenSaved({ state, subscribe } as unknown as SpeechConnection);
  state.save = { kind: "saved", savedAt: 1 };
  for (const listener of listeners) listener();
  await expect(waiting).resolves.toBeUndefined();
});

test("UI-27 who gives up waiting for it waits no longer", async () => {
  const state = { save: { kind: "saving", unsynced } };
  const left: string[] = [];
  const connection = { state, subscribe: () => () => left.push("left") } as unknown as SpeechConnection;
  const own = new AbortController();
  const waiting = whenSaved(connection, own.signal);
  own.abort();
  await expect(waiting).rejects.toBe(own.signal.reason);
  expect(left).toEqual(["left"]);
  await expect(whenSaved(connection, own.signal)).rejects.toBe(own.signal.reason);
});
