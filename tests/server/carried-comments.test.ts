/** Comments of a draft that comes back, put on the speech's words while others write: compared off this thread. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { DocumentNode } from "@/core/document/schema";
import { liveImports } from "@/server/sync/live-imports";
import { commentedWords } from "../helpers/commented-words";
import { openRooms, until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const THREAD = "t".repeat(20);
const LINE = "要抓好各项落实工作";

/** 要抓好落实。 with a comment on 落实. */
const DRAFT: DocumentNode = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "要抓好" },
        { type: "text", text: "落实", marks: [{ type: "comment", attrs: { thread: THREAD } }] },
        { type: "text", text: "工作" },
      ],
    },
  ],
};

/** Carries the draft's comment; each of `meanwhile` is what somebody writes while the texts are compared. */
async function carried(...meanwhile: ((tr: Transaction) => Transaction)[]) {
  const { rooms, speechId } = openRooms();
  const writer = new SyncClient(rooms, speechId);
  await until(() => writer.role !== null);
  writer.write(LINE);
  await until(() => writer.allSaved);
  let compared = 0;
  const compare = async (before: DocumentNode, after: DocumentNode) => {
    const comparison = compareDocuments(before, after);
    const edit = meanwhile[compared];
    compared += 1;
    if (edit !== undefined) editShared(writer.doc, edit);
    await until(() => writer.allSaved);
    return { comparison };
  };
  await liveImports(rooms, { compare }).carry(speechId, writer.personId, DRAFT);
  await until(() => writer.allSaved);
  return { words: commentedWords(textOf(writer.doc).toJSON(), THREAD), compared, writer };
}

describe("comments of a draft that comes back", () => {
  it("IM-44 stand on their words, found on the comparing thread alone", async () => {
    const { words, compared } = await carried();
    expect([words, compared]).toEqual(["落实", 1]);
    const { rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    await until(() => writer.role !== null);
    writer.write(LINE);
    await until(() => writer.allSaved);
    const nothing = { compare: async () => ({ comparison: { rows: [] } }) };
    await liveImports(rooms, nothing).carry(speechId, writer.personId, DRAFT);
    expect(commentedWords(textOf(writer.doc).toJSON(), THREAD)).toBe("");
  });

  it("IM-44 stand there also when others write around them meanwhile, without what is typed at their edges", async () => {
    for (const edit of [
      (tr: Transaction) => tr.insertText("同志们，", 1),
      (tr: Transaction) => tr.insertText("好", LINE.indexOf("落") + 1),
      (tr: Transaction) => tr.insertText("好", LINE.indexOf("工") + 1),
      (tr: Transaction) => tr.delete(1, 4),
    ]) {
      const { words, compared } = await carried(edit);
      expect([words, compared]).toEqual(["落实", 1]);
    }
  });

  it("IM-44 are looked for anew where their words went into another line", async () => {
    const { words, compared } = await carried((tr) => tr.split(4));
    expect([words, compared]).toEqual(["落实", 2]);
  });

  it("IM-44 wait in the tray where somebody takes their words away, however often", async () => {
    const { words, compared, writer } = await carried((tr) => tr.delete(6, 8));
    expect([words, compared]).toEqual(["", 2]);
    expect(textOf(writer.doc).textContent).toBe("要抓好各项工作");
  });
});
