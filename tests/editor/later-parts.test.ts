import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchLaterParts } from "@/components/editor/shell/later-parts";
import type { ConnectionState } from "@/components/sync/connection-state";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LIST = "components/editor/shell/later-parts.ts";
/** What the editing page is made of. */
const FOLDERS = ["editor", "members", "import", "account", "sync"];
const SOURCES = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, "components", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join("components", folder, name)),
);
const sourceOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** Names of the functions that load a whole module, one a line, and the modules' paths from the root. */
const LOADER = /^export const (\w+) = \(\) => import\("([^"]+)"\);$/gm;

it("ED-64 all that the editing page loads later is fetched before it's wanted, by the function that fetches it then", () => {
  const loaders = SOURCES.flatMap((file) =>
    [...sourceOf(file).matchAll(LOADER)].map(([, name = "", module = ""]) => ({
      name,
      module: module.startsWith("@/") ? module.slice(2) : path.posix.join(path.posix.dirname(file), module),
    })),
  );
  const [, list = ""] = sourceOf(LIST).split("PARTS");
  const fetched = [...list.matchAll(/^ {2}(load\w+),$/gm)].map(([, name]) => name);
  expect(fetched.length).toBeGreaterThan(15);
  expect(fetched.sort()).toEqual(loaders.map(({ name }) => name).sort());

  // Of a module that is loaded in two places, or named words of it, the build makes two files.
  expect(new Set(loaders.map(({ module }) => module)).size).toBe(loaders.length);
  const elsewhere = SOURCES.filter((file) => /\bimport\(/.test(sourceOf(file).replaceAll(LOADER, "")));
  expect(elsewhere).toEqual([]);
});

describe("fetching them", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function begin(kind: ConnectionState["save"]["kind"]) {
    const listeners = new Set<() => void>();
    const connection = {
      state: { save: { kind } } as ConnectionState, // the rest is never read
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const turn = (next: typeof kind) => {
      connection.state = { save: { kind: next } } as ConnectionState;
      for (const listener of listeners) listener();
    };
    const fetched: number[] = [];
    const parts = [0, 1, 2].map((part) => async () => fetched.push(part));
    const page = new EventTarget();
    const stop = fetchLaterParts(page, connection, parts);
    return { fetched, turn, page, stop, listeners };
  }

  it("ED-64 one after another, each in a pause", async () => {
    const { fetched, page } = begin("saved");
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toEqual([0]);
    for (let key = 0; key < 5; key += 1) {
      await vi.advanceTimersByTimeAsync(900);
      page.dispatchEvent(new Event("keydown"));
    }
    expect(fetched).toEqual([0]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(fetched).toEqual([0, 1, 2]);
  });

  it("ED-64 none while the server can't be reached; the rest when it can, though nobody types", async () => {
    const { fetched, turn, stop, listeners } = begin("connecting");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetched).toEqual([]);
    turn("saved");
    await vi.advanceTimersByTimeAsync(1000);
    turn("offline");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetched).toEqual([0]);
    turn("saved");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fetched).toEqual([0, 1, 2]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
