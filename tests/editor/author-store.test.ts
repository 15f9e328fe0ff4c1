// @vitest-environment happy-dom
/** Who wrote what, where the server doesn't say at first, or not of everything. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { AuthorShading } from "@/components/editor/authors/author-shading";
import { authorShares } from "@/components/editor/authors/author-shares";
import { createAuthorStore } from "@/components/editor/authors/author-store";
import { createOutlineStore } from "@/components/editor/outline/outline-store";
import type { SpeechConnection } from "@/components/sync/connection";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId, newSpeechId } from "@/core/ids";
import { answersInTurn, fails } from "./answers";
import { openPageEditor } from "./page-editor";

const ME = { id: newPersonId(), name: "我" };
const SHE = { id: newPersonId(), name: "她" };

const server = answersInTurn();

afterEach(() => vi.restoreAllMocks());

/** A speech that holds "她写的", typed elsewhere. */
function open() {
  const doc = createSharedDocument();
  const theirs = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("她写的")]);
  theirs.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  const editor = openPageEditor(
    Collaboration.configure({ document: doc, field: FRAGMENT }),
    AuthorShading.configure({ document: doc }),
  );
  const told = new Set<() => void>();
  const connection = {
    doc,
    state: { role: "editor", save: { kind: "saved", savedAt: 1 } },
    subscribe(listener: () => void) {
      told.add(listener);
      return () => told.delete(listener);
    },
    // All that the store reads of it.
  } as unknown as SpeechConnection;
  const outline = createOutlineStore(editor);
  const store = createAuthorStore({ editor, outline, connection, speechId: newSpeechId(), person: ME });
  const stop = store.subscribe(() => {});
  const rows = () =>
    authorShares(store.get(), store.get().range).map(({ author, isUnsaved, characters }) => [
      author?.name ?? (isUnsaved ? "unsaved" : "unknown"),
      characters,
    ]);
  const shades = () =>
    [...editor.view.dom.querySelectorAll(".speech-author")].map((each) => each.textContent);
  const give = (role: string) => {
    Object.assign(connection, { state: { ...connection.state, role } });
    for (const listener of told) listener();
  };
  const knows = (...clientIds: number[]) => {
    return async () => Response.json({ authors: [{ ...SHE, clientIds }], carried: [] });
  };
  return { store, stop, rows, shades, give, knows, her: theirs.clientID };
}

/** A pause in typing, and the idle moment behind it. */
const pause = () => vi.advanceTimersByTimeAsync(1700);

it("WW-15 words aren't said to be unsaved while the server couldn't be asked whose they are", async () => {
  const { rows, store, stop, knows, her } = open();
  server.next = [fails, knows(her)];
  await pause();
  expect([server.asked, store.get().failure]).toEqual([1, "unreachable"]);
  expect(rows()).toEqual([["unknown", 3]]);
  // By itself: nothing is typed.
  await vi.advanceTimersByTimeAsync(2000);
  expect([server.asked, store.get().failure]).toEqual([2, null]);
  expect(rows()).toEqual([["她", 3]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(2);
  stop();
});

it("WW-15 without a network it waits for that, and then asks at once; where nobody looks it asks no more", async () => {
  const { rows, stop, knows, her } = open();
  server.next = [fails, knows(her)];
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await pause();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(1);
  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(rows()).toEqual([["她", 3]]);
  stop();
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(2);
});

it("WW-15 what the server was asked for and doesn't know isn't saved", async () => {
  const { rows, stop, knows } = open();
  server.next = [knows()];
  await pause();
  expect(rows()).toEqual([["unsaved", 3]]);
  stop();
});

it("WW-12 who may only read from now on has no shades either, and none by themselves once the right is back", async () => {
  const { store, stop, shades, give, knows, her } = open();
  server.next = [knows(her)];
  store.shade(true);
  await pause();
  expect(shades()).toEqual(["她写的"]);
  give("viewer");
  expect([shades(), store.get().shaded]).toEqual([[], false]);
  give("editor");
  await pause();
  expect(shades()).toEqual([]);
  stop();
});
