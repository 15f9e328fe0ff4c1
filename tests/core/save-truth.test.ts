/** What the page may call saved: the counting, the comparison with the server, the state shown. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { payloadKindOf } from "@/components/sync/counted-socket";
import { type SaveFacts, saveStateOf } from "@/components/sync/save-state";
import { SaveTracker } from "@/components/sync/save-tracker";
import { SaveTruth } from "@/components/sync/save-truth";
import { NOTHING_SAVED, unsyncedIn } from "@/components/sync/saved-snapshot";

const AT = 1_700_000_000_000;
const CLOCKS = new Uint8Array([0]);

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** A document of one paragraph, written by the given client. */
function docWith(text: string, clientID = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  doc.getText("t").insert(0, text);
  return doc;
}

describe("counting acknowledgements", () => {
  function trackerOnSocket() {
    const tracker = new SaveTracker();
    tracker.socketOpened();
    tracker.payloadSent("step2", CLOCKS);
    tracker.saved({ count: 1, savedAt: AT });
    return tracker;
  }

  it("SY-80 an edit is saved by the acknowledgement of the payload that carries it, not before", () => {
    const tracker = trackerOnSocket();
    expect([tracker.unsaved, tracker.settled]).toEqual([false, true]);
    tracker.edited();
    tracker.payloadSent("update", CLOCKS);
    expect([tracker.unsaved, tracker.settled]).toEqual([true, false]);
    tracker.saved({ count: 1, savedAt: AT + 1 });
    expect(tracker.unsaved).toBe(true);
    tracker.saved({ count: 2, savedAt: AT + 2 });
    expect([tracker.unsaved, tracker.settled, tracker.savedAt]).toEqual([false, true, AT + 2]);
  });

  it("SY-80 an edit made while an earlier one is acknowledged stays unsaved", () => {
    const tracker = trackerOnSocket();
    tracker.edited();
    tracker.payloadSent("update", CLOCKS);
    tracker.edited();
    tracker.payloadSent("update", CLOCKS);
    tracker.saved({ count: 2, savedAt: AT });
    expect(tracker.unsaved).toBe(true);
    tracker.saved({ count: 3, savedAt: AT });
    expect(tracker.unsaved).toBe(false);
  });

  it("SY-80 an acknowledgement of more than was sent saves nothing that wasn't sent", () => {
    const tracker = trackerOnSocket();
    tracker.edited();
    tracker.saved({ count: 99, savedAt: AT });
    expect(tracker.unsaved).toBe(true);
  });

  it("SY-81 a new socket counts from one, and its step 2 carries what the old one never heard about", () => {
    const tracker = trackerOnSocket();
    tracker.edited();
    tracker.payloadSent("update", CLOCKS);
    tracker.socketOpened();
    expect(tracker.settled).toBe(false);
    tracker.payloadSent("step2", CLOCKS);
    expect(tracker.unsaved).toBe(true);
    tracker.saved({ count: 1, savedAt: AT });
    expect([tracker.unsaved, tracker.settled]).toEqual([false, true]);
  });

  it("SY-81 an update sent before the step 2 acknowledges nothing by itself", () => {
    const tracker = new SaveTracker();
    tracker.socketOpened();
    tracker.edited();
    tracker.payloadSent("update", CLOCKS);
    expect(tracker.saved({ count: 1, savedAt: AT })).toBeNull();
    expect([tracker.unsaved, tracker.settled]).toEqual([true, false]);
    tracker.payloadSent("step2", CLOCKS);
    tracker.saved({ count: 2, savedAt: AT });
    expect([tracker.unsaved, tracker.settled]).toEqual([false, true]);
  });

  it("SY-163 keeps of a payload only what isn't acknowledged yet, however long the socket lives", async () => {
    const tracker = trackerOnSocket();
    const send = () => {
      const clocks = Uint8Array.from(CLOCKS);
      tracker.edited();
      tracker.payloadSent("update", clocks);
      return new WeakRef(clocks);
    };
    const sent = Array.from({ length: 10 }, send);
    for (const count of [5, 3, 5, 9]) tracker.saved({ count, savedAt: AT });
    // What a WeakRef was asked for, or made of, in this turn is held until its end.
    await new Promise(setImmediate);
    collectGarbage();
    const isKept = sent.map((clocks) => clocks.deref() !== undefined);
    // The first payload of the socket was its step 2.
    expect(isKept).toEqual(sent.map((_, at) => at >= 8));
    expect([tracker.unsaved, tracker.settled]).toEqual([true, false]);
    tracker.saved({ count: 11, savedAt: AT + 1 });
    expect([tracker.unsaved, tracker.settled, tracker.savedAt]).toEqual([false, true, AT + 1]);
  });

  it("SY-80 only step 2 and update are counted", () => {
    const kinds = [[0, 0, 1, 0], [0, 1, 2, 0, 0], [0, 2, 2, 0, 0], [1, 1, 0], [3]].map((bytes) =>
      payloadKindOf(new Uint8Array(bytes)),
    );
    expect(kinds).toEqual([null, "step2", "update", null, null]);
  });
});

describe("what is unsynced", () => {
  it("SY-82 counts the characters that were typed since, not those that came from others", () => {
    const doc = docWith("同志们");
    const truth = new SaveTruth(doc);
    truth.loaded(Y.snapshot(doc));
    expect(truth.unsynced).toEqual({ any: false, characters: 0 });
    truth.edited();
    doc.getText("t").insert(3, "，大家好😀");
    doc.on(
      "afterTransaction",
      (transaction) => transaction.origin === "server" && truth.received(transaction),
    );
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(docWith("别人写的字", 2)), "server");
    expect(truth.unsynced).toEqual({ any: true, characters: 5 });
  });

  it("SY-82 a deletion alone is unsynced although it adds no character", () => {
    const doc = docWith("同志们");
    const saved = Y.snapshot(doc);
    expect(unsyncedIn(doc, saved)).toEqual({ any: false, characters: 0 });
    doc.getText("t").delete(0, 1);
    expect(unsyncedIn(doc, saved)).toEqual({ any: true, characters: 0 });
    expect(unsyncedIn(doc, Y.snapshot(doc))).toEqual({ any: false, characters: 0 });
  });

  it("SY-82 characters deleted again before they were sent aren't counted", () => {
    const doc = docWith("同志们");
    const saved = Y.snapshot(doc);
    doc.getText("t").insert(3, "你好");
    doc.getText("t").delete(3, 1);
    expect(unsyncedIn(doc, saved).characters).toBe(1);
    expect(unsyncedIn(doc, NOTHING_SAVED).characters).toBe(4);
  });

  it("SY-83 what a copy carries over stays unsaved until a step 2 is acknowledged", () => {
    const doc = docWith("同志们");
    const truth = new SaveTruth(doc);
    truth.loaded(NOTHING_SAVED);
    expect(truth.unsynced).toEqual({ any: true, characters: 3 });
    truth.socketOpened();
    truth.payloadSent("step2");
    expect(truth.unsaved).toBe(true);
    truth.acknowledged({ count: 1, savedAt: AT });
    expect([truth.unsaved, truth.settled]).toEqual([false, true]);
    expect(unsyncedIn(doc, truth.snapshot())).toEqual({ any: false, characters: 0 });
  });

  it("SY-84 a reader's copy is compared with the server's whole document", () => {
    const doc = docWith("同志们");
    const server = docWith("", 9);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    server.getText("t").insert(3, "后来");
    const reader = new SaveTruth(doc);
    reader.loaded(NOTHING_SAVED);
    expect(reader.compareWith(Y.encodeStateAsUpdate(server))).toBe(true);
    expect(reader.unsaved).toBe(false);
    doc.getText("t").delete(0, 1);
    reader.edited();
    expect(reader.compareWith(Y.encodeStateAsUpdate(server))).toBe(false);
    expect(reader.unsaved).toBe(true);
  });
});

describe("what a reader's copy remembers", () => {
  const fromServer = (doc: Y.Doc, truth: SaveTruth, server: Y.Doc) => {
    doc.once(
      "afterTransaction",
      (transaction: Y.Transaction) => transaction.origin === "server" && truth.received(transaction),
    );
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), "server");
  };
  const server = docWith("同志们", 9);
  server.getText("t").delete(0, 1);

  it("SY-83 SY-84 what others deleted counts as saved though a reader is never asked for anything", () => {
    const doc = new Y.Doc();
    const truth = new SaveTruth(doc);
    truth.loaded(NOTHING_SAVED);
    truth.socketOpened();
    fromServer(doc, truth, server);
    expect([truth.unsaved, truth.settled]).toEqual([false, false]);
    expect(unsyncedIn(doc, truth.snapshot())).toEqual({ any: false, characters: 0 });
  });

  it("SY-84 what the comparison found on the server counts as saved at the next opening too", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    const truth = new SaveTruth(doc);
    truth.loaded(NOTHING_SAVED);
    expect(unsyncedIn(doc, truth.snapshot()).any).toBe(true);
    expect(truth.compareWith(Y.encodeStateAsUpdate(server))).toBe(true);
    expect(unsyncedIn(doc, truth.snapshot())).toEqual({ any: false, characters: 0 });
  });

  it("SY-82 a deletion that no acknowledgement covers stays unsynced, whatever others delete after it", () => {
    const doc = new Y.Doc();
    const truth = new SaveTruth(doc);
    truth.loaded(NOTHING_SAVED);
    fromServer(doc, truth, server);
    doc.getText("t").delete(0, 1);
    truth.edited();
    const later = new Y.Doc();
    Y.applyUpdate(later, Y.encodeStateAsUpdate(server));
    later.getText("t").delete(1, 1);
    fromServer(doc, truth, later);
    expect(unsyncedIn(doc, truth.snapshot()).any).toBe(true);
  });
});

describe("the state shown", () => {
  const calm: SaveFacts = {
    refusal: null,
    connected: true,
    everFailed: false,
    restarting: false,
    storageAvailable: true,
    settled: true,
    holding: false,
    unsynced: { any: false, characters: 0 },
    savedAt: AT,
    keptLocally: "yes",
  };
  const unsynced = { any: true, characters: 7 };

  it("SY-85 says saved only when connected, acknowledged and nothing waits", () => {
    expect(saveStateOf(calm)).toEqual({ kind: "saved", savedAt: AT });
    const notSaved: Partial<SaveFacts>[] = [
      { refusal: "forbidden" },
      { connected: false, everFailed: true },
      { connected: false },
      { storageAvailable: false },
      { settled: false },
      { settled: false, savedAt: null },
      { holding: true },
      { unsynced },
    ];
    const kinds = notSaved.map((fact) => saveStateOf({ ...calm, ...fact }).kind);
    expect(kinds).toEqual([
      "refused",
      "offline",
      "connecting",
      "storage-trouble",
      "saving",
      "connecting",
      "saving",
      "saving",
    ]);
  });

  it("SY-166 says neither offline nor saved while the server restarts, unless it couldn't store before", () => {
    const gone = { ...calm, connected: false, everFailed: true, restarting: true };
    const kinds = [
      gone,
      { ...gone, unsynced },
      { ...gone, storageAvailable: false },
      { ...gone, refusal: "forbidden" as const },
      // Back, and nothing acknowledged yet.
      { ...gone, connected: true, settled: false, savedAt: null },
    ].map((facts) => saveStateOf(facts).kind);
    expect(kinds).toEqual(["restarting", "restarting", "offline", "refused", "saving"]);
  });

  it("SY-85 says offline with the count and whether this browser keeps it", () => {
    const lost = { ...calm, connected: false, everFailed: true, unsynced, keptLocally: "no" } as const;
    expect(saveStateOf(lost)).toEqual({ kind: "offline", unsynced, keptLocally: "no" });
    expect(saveStateOf({ ...lost, refusal: "too-large" })).toEqual({
      kind: "refused",
      code: "too-large",
      unsynced,
    });
  });
});
