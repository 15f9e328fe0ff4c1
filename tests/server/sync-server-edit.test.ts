import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import { newPersonId } from "@/core/ids";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const text = (client: SyncClient) => client.fragment.toString();

/** Appends a paragraph, as the server. */
function append(words: string) {
  return (doc: Y.Doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(FRAGMENT).push([paragraph]);
    return words.length;
  };
}

describe("the server's own change", () => {
  it("SY-48 is durable before it is seen, under a client id bound to its person", async () => {
    const { rooms, log, speechId } = openRooms();
    const personId = newPersonId();
    const reader = new SyncClient(rooms, speechId, { role: "viewer" });
    await until(() => reader.role !== null);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    const edit = rooms.edit(speechId, personId, append("服务器写的"));
    expect(text(reader)).toBe("");
    release();
    log.gate = null;
    expect(await edit).toBe(5);
    await until(() => text(reader) === "<paragraph>服务器写的</paragraph>");
    const stored = await log.load(speechId);
    expect(stored.bindings).toEqual([expect.objectContaining({ personId })]);
  });

  it("SY-48 opens a speech that nobody has open, and leaves one that did nothing as it was", async () => {
    const { rooms, log, speechId } = openRooms();
    await rooms.edit(speechId, newPersonId(), append("开头"));
    expect(await rooms.edit(speechId, newPersonId(), () => "看了看")).toBe("看了看");
    expect(log.rows.get(speechId)).toHaveLength(1);
    await until(() => rooms.size === 0);
  });

  it("SY-48 merges with what others type meanwhile", async () => {
    const { rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    await until(() => writer.allSaved);
    const edits = [1, 2, 3].map((round) => {
      writer.write(`打字${round}`);
      return rooms.edit(speechId, newPersonId(), append(`系统${round}`));
    });
    await Promise.all(edits);
    await until(() => writer.allSaved && writer.fragment.length === 6);
    for (const round of [1, 2, 3]) {
      expect(text(writer)).toContain(`打字${round}`);
      expect(text(writer)).toContain(`系统${round}`);
    }
  });

  it("SY-48 one that breaks the schema is refused and stores nothing; its twin is stored", async () => {
    const { rooms, log, speechId } = openRooms();
    const wrong = rooms.edit(speechId, newPersonId(), (doc) => {
      doc.getXmlFragment(FRAGMENT).push([new Y.XmlElement("iframe")]);
    });
    await expect(wrong).rejects.toThrow(AppError);
    expect(log.rows.get(speechId) ?? []).toEqual([]);
    await rooms.edit(speechId, newPersonId(), append("合规"));
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("SY-48 fails when the log refuses it for good", async () => {
    const { rooms, log, speechId } = openRooms();
    log.append = () => Promise.reject(new AppError("not-found"));
    await expect(rooms.edit(speechId, newPersonId(), append("丢"))).rejects.toThrow(AppError);
  });
});
