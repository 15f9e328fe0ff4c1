/** What a room that is open on one node knows of what was decided, and taken out, on another one meanwhile. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { INSERTION } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { settle } from "@/core/review/settle";
import { forge } from "../helpers/forged-update";
import { lettersByPerson } from "../helpers/letters-by-person";
import { LINES, openNodes } from "../helpers/open-nodes";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";

const WAYS = [
  ["by message", () => false],
  ["from the log, the messages lost", () => true],
] as const;

function firstText(fragment: Y.XmlFragment): Y.XmlText {
  return (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

/** The beginning and the end of an insertion, which no page writes without words. */
function insertMarks(doc: Y.Doc, text: Y.XmlText, proposed: object): void {
  const insert = (left: Y.Item | null, value: object) => {
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const right = left === null ? text._start : left.right;
    const content = new Y.ContentFormat(INSERTION, value);
    const item = new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, text, null, content);
    doc.transact((transaction) => item.integrate(transaction, 0));
    return item;
  };
  // Yjs ends a mark with null, whatever its typings say.
  insert(insert(null, proposed), null as unknown as object);
}

describe.each(WAYS)("suggestions that were decided on another node, heard of %s", (_, isLost) => {
  async function decided(how: "accept" | "reject") {
    const nodes = await openNodes(isLost);
    const { log, speechId, one, join, chief } = nodes;
    const suggester = await join(one, "suggester");
    suggestShared(suggester.doc, suggester.personId, (tr) => tr.insertText("大力", 4));
    await until(() => suggester.allSaved && listSuggestions(textOf(chief.doc)).length === 1);
    const proposed = textOf(chief.doc);
    writeText(
      chief.doc,
      settle(proposed, () => how),
    );
    await until(() => chief.allSaved);
    const kept = () => log.decisionsOn(speechId).map(({ outcome, by }) => [outcome, by]);
    return { ...nodes, proposed, kept };
  }

  for (const how of ["accept", "reject"] as const) {
    it(`SU-43 SU-44 to ${how} is undone by its decider's page, which moved here, and so recorded`, async () => {
      const { two, join, chief, proposed, kept } = await decided(how);
      chief.disconnect();
      const moved = await join(two, "chief", chief);
      writeText(moved.doc, proposed);
      await until(() => moved.allSaved || moved.closed !== null);
      expect(moved.closed).toBeNull();
      expect(kept()).toEqual([
        [`${how}ed`, chief.personId],
        ["reopened", chief.personId],
      ]);
    });
  }

  it("SU-43 LV-48 that somebody here brings back with an older version are recorded as open again", async () => {
    const { two, join, chief, proposed, kept } = await decided("accept");
    const other = await join(two, "editor");
    writeText(other.doc, proposed);
    await until(() => other.allSaved || other.closed !== null);
    expect(kept()).toEqual([
      ["accepted", chief.personId],
      ["reopened", other.personId],
    ]);
  });
});

it("SU-44 a suggestion that its proposer took back on another node is known here, as where it stood", async () => {
  const { one, two, join, chief, reader } = await openNodes(() => false);
  const suggester = await join(one, "suggester");
  suggestShared(suggester.doc, suggester.personId, (tr) => tr.insertText("大力", 4));
  await until(() => listSuggestions(textOf(reader.doc)).length === 1);
  const proposed = textOf(reader.doc);
  writeText(
    suggester.doc,
    settle(proposed, () => "reject"),
  );
  await until(() => listSuggestions(textOf(reader.doc)).length === 0);
  chief.disconnect();
  const moved = await join(two, "chief", chief);
  writeText(moved.doc, proposed);
  await until(() => moved.allSaved || moved.closed !== null);
  expect(moved.closed).toBeNull();
});

describe.each(WAYS)("marks with no words between them, sent on another node, heard of %s", (_, isLost) => {
  /** What somebody who may edit can do once the marks were sent, in this person's name, and they came to the second node. */
  async function afterMarks(nameOf: (own: PersonId, colleague: PersonId) => PersonId) {
    const { log, speechId, one, two, join, chief, reader } = await openNodes(isLost);
    const editor = await join(one, "editor");
    const person = nameOf(editor.personId, chief.personId);
    const id = newId();
    const proposed = { id, person, at: 1, begins: null };
    editor.sendUpdate(forge(editor, (fragment, doc) => insertMarks(doc, firstText(fragment), proposed)));
    await until(() => editor.allSaved);
    editor.disconnect();
    const moved = await join(two, "editor", { personId: editor.personId });
    const rows = log.rows.get(speechId)?.length;
    editShared(moved.doc, (tr) => {
      const mark = tr.doc.type.schema.mark(INSERTION, proposed);
      return tr.insert(1, tr.doc.type.schema.text("写下的", [mark]));
    });
    await until(() => moved.allSaved || moved.closed !== null);
    expect(reader.closed).toBeNull();
    return { person, refusal: moved.closeError, isStored: log.rows.get(speechId)?.length !== rows, reader };
  }

  it("SU-44 let nobody propose here in a colleague's name", async () => {
    const { refusal, isStored } = await afterMarks((_own, colleague) => colleague);
    expect([refusal, isStored]).toEqual(["author-mismatch", false]);
  });

  it("SU-44 are one's own to go on with here", async () => {
    const { person, refusal, isStored, reader } = await afterMarks((own) => own);
    expect([refusal, isStored]).toEqual([null, true]);
    expect(listSuggestions(textOf(reader.doc))).toMatchObject([{ person, insertedText: "写下的" }]);
  });
});

describe.each(WAYS)("words that were taken out on another node, heard of %s", (_, isLost) => {
  it("WW-31 stay their author's when their remover's page moves here and undoes it, once and once more", async () => {
    const { log, speechId, one, two, join, chief, reader } = await openNodes(isLost);
    const letters = LINES.join("").length;
    const editor = await join(one, "editor");
    const undo = new Y.UndoManager(editor.fragment, { captureTimeout: 0 });
    const takeOut = () => editShared(editor.doc, (tr) => tr.delete(0, tr.doc.child(0).nodeSize));
    takeOut();
    await until(() => editor.allSaved);
    editor.disconnect();
    const moved = await join(two, "editor", editor);
    undo.undo();
    await until(() => moved.allSaved);
    expect(lettersByPerson(moved.doc, log, speechId)).toEqual(new Map([[chief.personId, letters]]));
    // And back: what came back here is known there.
    moved.disconnect();
    const again = await join(one, "editor", editor);
    takeOut();
    await until(() => again.allSaved);
    undo.undo();
    await until(() => again.allSaved && textOf(chief.doc).eq(textOf(again.doc)));
    expect(lettersByPerson(again.doc, log, speechId)).toEqual(new Map([[chief.personId, letters]]));
    expect(reader.closed).toBeNull();
  });
});
