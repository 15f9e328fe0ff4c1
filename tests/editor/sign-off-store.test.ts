// @vitest-environment happy-dom
/** Who was asked to sign, where the server doesn't answer at first. */
import { expect, it, vi } from "vitest";
import { createSignOffStore } from "@/components/editor/sign-off/sign-off-store";
import type { SpeechConnection } from "@/components/sync/connection";
import { newSpeechId } from "@/core/ids";
import { answersInTurn, fails } from "./answers";
import { openPageEditor } from "./page-editor";

const NOBODY = { request: null, stageNote: null, blockers: {} };

const server = answersInTurn();
const knows = async () => Response.json({ signOffs: NOBODY });
/** Whatever was on its way has arrived. */
const settled = () => vi.advanceTimersByTimeAsync(0);

function open(...first: (() => Promise<Response>)[]) {
  server.next = first;
  const editor = openPageEditor();
  // All that the store reads of it.
  const connection = { state: { role: "chief" } } as SpeechConnection;
  const store = createSignOffStore({ editor, connection, speechId: newSpeechId() });
  const stop = store.follow();
  store.reload();
  return { store, stop, editor };
}

it("SG-35 what couldn't be had is asked for again by itself, more rarely each time, until it is known", async () => {
  const { store, stop } = open(fails, fails, knows);
  await settled();
  expect([server.asked, store.get()]).toEqual([1, null]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(server.asked).toBe(2);
  await vi.advanceTimersByTimeAsync(3999);
  expect([server.asked, store.get()]).toEqual([2, null]);
  await vi.advanceTimersByTimeAsync(1);
  expect([server.asked, store.get()]).toEqual([3, NOBODY]);
  expect(vi.getTimerCount()).toBe(0);
  stop();
});

it("SG-35 it is asked for again with what is typed, and no more once it is known that nobody was asked", async () => {
  const { store, stop, editor } = open(fails, knows);
  await settled();
  editor.commands.insertContent("同志们");
  await vi.advanceTimersByTimeAsync(500);
  expect([server.asked, store.get()]).toEqual([2, NOBODY]);
  editor.commands.insertContent("大家好");
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.asked).toBe(2);
  stop();
});

it("SG-35 without a network it waits for that, and then asks at once; a page that has gone asks no more", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const { store, stop } = open(fails, knows);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(server.asked).toBe(1);
  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await settled();
  expect([server.asked, store.get()]).toEqual([2, NOBODY]);
  server.next = [fails];
  store.reload();
  await settled();
  stop();
  await vi.advanceTimersByTimeAsync(100_000);
  window.dispatchEvent(new Event("online"));
  expect(server.asked).toBe(3);
});
