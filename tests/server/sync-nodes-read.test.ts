/** What a node reads in the log while people go on writing on it. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import { lettersByPerson } from "../helpers/letters-by-person";
import { LINES, openNodes } from "../helpers/open-nodes";
import { until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";

function event() {
  let resolve = () => {};
  const promise = new Promise<void>((happened) => {
    resolve = happened;
  });
  return { promise, resolve };
}

/** Takes out the line with these words. */
function takeOut(doc: Y.Doc, words: string): void {
  editShared(doc, (tr) => {
    tr.doc.forEach((line, at) => {
      if (line.textContent === words) tr.delete(at, at + line.nodeSize);
    });
    return tr;
  });
}

function append(doc: Y.Doc, words: string): void {
  editShared(doc, (tr) => {
    const { schema } = tr.doc.type;
    return tr.insert(tr.doc.content.size, schema.node("paragraph", null, schema.text(words)));
  });
}

it("WW-31 words that went and came back while the log was read aren't known again from what it said", async () => {
  const { log, speechId, one, two, join, chief, reader } = await openNodes();
  const [line, other] = LINES;
  const editor = await join(two, "editor");
  const undo = new Y.UndoManager(editor.fragment, { captureTimeout: 0 });
  const colleague = await join(one, "editor");
  const [begun, wanted, read, taken, stored] = [event(), event(), event(), event(), event()] as const;
  const load = log.load.bind(log);
  log.load = async (...which) => {
    begun.resolve();
    await wanted.promise;
    const rows = await load(...which);
    read.resolve();
    await taken.promise;
    return rows;
  };

  // The second node is told of a row that it has to read, and stores one of its own before it is read.
  takeOut(colleague.doc, other);
  await begun.promise;
  takeOut(editor.doc, line);
  await until(() => editor.allSaved);
  wanted.resolve();
  await read.promise;
  // What was read doesn't tell yet that these words are back.
  log.gate = stored.promise;
  undo.undo();
  taken.resolve();
  await until(() => textOf(reader.doc).textContent === "");
  stored.resolve();
  await until(() => editor.allSaved && textOf(editor.doc).textContent === line);

  append(editor.doc, line);
  await until(() => editor.allSaved && textOf(chief.doc).textContent === line + line);
  const letters = new Map([chief, editor].map(({ personId }) => [personId, line.length]));
  expect(lettersByPerson(editor.doc, log, speechId)).toEqual(letters);
});
