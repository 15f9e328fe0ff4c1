import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { LocalCopy } from "@/components/sync/local-copy";
import { newPersonId, newSpeechId } from "@/core/ids";
import { deleteDisk, setDisk } from "../helpers/fake-indexeddb";

vi.mock("y-indexeddb", () => import("../helpers/fake-indexeddb"));

beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue()); // that it isn't available
afterEach(() => void vi.restoreAllMocks());

const key = { personId: newPersonId(), speechId: newSpeechId(), schemaVersion: 1, generation: 0 };
const nothing = () => Y.snapshot(new Y.Doc());

async function open() {
  const doc = new Y.Doc();
  return { doc, copy: (await LocalCopy.open(key, doc, () => undefined)).copy };
}

describe("SY-136 a copy that is opened again", () => {
  it("is one that was there: what is in one that couldn't be opened stays out of the text", async () => {
    setDisk(null);
    const { doc, copy } = await open();
    expect(copy.keptLocally).toBe("no");
    setDisk("of data that were there before");
    expect(await copy.openAgain(nothing)).toBeUndefined();
    expect(doc.getText().toString()).toBe("");
  });

  it("isn't one that is kept", async () => {
    setDisk("");
    const { copy } = await open();
    expect(copy.keptLocally).toBe("yes");
    expect(await copy.openAgain(nothing)).toBeUndefined();
  });

  it("takes the place of one that was deleted meanwhile, by another tab too", async () => {
    setDisk("");
    const { doc, copy } = await open();
    deleteDisk();
    expect(copy.keptLocally).toBe("no");
    expect((await copy.openAgain(nothing))?.keptLocally).toBe("writing");
    expect(doc.getText().toString()).toBe("");
  });
});
