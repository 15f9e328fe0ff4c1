/** Frames by hand against the real server: what reviewers may not do by the socket, each beside one who may. */
import type { Transaction } from "@tiptap/pm/state";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ROLES, type Role } from "@/core/access";
import { CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { newThreadId } from "@/core/ids";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { type Decision, settle } from "@/core/review/settle";
import { type Deed, RawWriter } from "../helpers/raw-writer";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SocketOffice } from "../helpers/socket-office";
import { remove } from "../helpers/text-edits";

type Who = Role | "proposer";

let office: SocketOffice;
/** "suggester" and "proposer" may both only suggest. */
const people = new Map<Who, Person>();
beforeAll(async () => {
  office = await SocketOffice.open({ text: "同志们，我们要推动工作，再上新台阶" });
  for (const role of ROLES) people.set(role, await office.colleague(role, role));
  people.set("proposer", await office.colleague("proposer", "suggester"));
});
afterAll(() => office.close());

function personOf(who: Who): Person {
  const person = people.get(who);
  if (person === undefined) throw new Error(`no ${who}`);
  return person;
}

const insert = (tr: Transaction) => tr.insertText("大力", 1);
const writes: Deed = (doc) => editShared(doc, insert);
const suggests: Deed = (doc, by) => suggestShared(doc, by.id, insert);
const comments: Deed = (doc) =>
  editShared(doc, (tr) => tr.addMark(1, 3, tr.doc.type.schema.mark("comment", { thread: newThreadId() })));
/** Words apart from all that the proposer has there, or it would go on with one of those. */
const forges =
  (words: string): Deed =>
  (doc) =>
    suggestShared(doc, personOf("proposer").id, remove(words));
const decides =
  (decision: Decision, who: Who): Deed =>
  (doc) =>
    writeText(
      doc,
      settle(textOf(doc), ({ person }) => (person === personOf(who).id ? decision : "keep")),
    );

const NOT_ALLOWED = "content-not-allowed";
const CASES: readonly (readonly [what: string, who: Who, code: CloseErrorCode, deed: Deed, whoMay: Who])[] = [
  ["words of a viewer", "viewer", "forbidden", writes, "editor"],
  ["a suggestion of a viewer", "viewer", "forbidden", suggests, "suggester"],
  ["a viewer's mark of a comment", "viewer", "forbidden", comments, "editor"],
  ["words of a commenter", "commenter", "forbidden", writes, "editor"],
  ["a suggestion of a commenter", "commenter", "forbidden", suggests, "suggester"],
  ["a commenter's mark of a comment", "commenter", "forbidden", comments, "editor"],
  ["words of a suggester", "suggester", NOT_ALLOWED, writes, "editor"],
  ["a suggester's mark of a comment", "suggester", NOT_ALLOWED, comments, "editor"],
  ["a suggestion in another's name", "suggester", NOT_ALLOWED, forges("推动"), "proposer"],
  ["an editor's suggestion in another's name", "editor", "author-mismatch", forges("台阶"), "proposer"],
  ["another's suggestion taken back", "suggester", NOT_ALLOWED, decides("reject", "proposer"), "proposer"],
  ["another's suggestion accepted", "suggester", NOT_ALLOWED, decides("accept", "proposer"), "chief"],
  ["one's own suggestion accepted", "proposer", NOT_ALLOWED, decides("accept", "proposer"), "chief"],
];

/** All that is stored of the speech's text. */
async function stored(): Promise<Uint8Array> {
  const { updates } = await office.server.log.load(office.speechId);
  return Y.mergeUpdates([...updates]);
}

const proposed = ({ doc }: RawWriter) =>
  listSuggestions(textOf(doc)).filter(({ person }) => person === personOf("proposer").id);

describe("a frame by hand with", () => {
  it.each(CASES)(
    "AC-25 %s is refused and not stored, and taken from whoever may",
    async (_, who, code, deed, whoMay) => {
      const proposer = await RawWriter.open(office, personOf("proposer"));
      expect(await proposer.send(suggests)).toBe("saved");
      const hostile = await RawWriter.open(office, personOf(who));
      const honest = await RawWriter.open(office, personOf(whoMay));
      expect(proposed(hostile)).not.toEqual([]);
      const before = await stored();
      expect(await hostile.send(deed)).toBe(CLOSE_CODE[code]);
      expect(await stored()).toEqual(before);
      expect(await honest.send(deed)).toBe("saved");
      expect(await stored()).not.toEqual(before);
      for (const writer of [proposer, hostile, honest]) writer.close();
    },
  );
});
