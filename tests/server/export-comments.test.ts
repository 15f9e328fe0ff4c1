/** Threads in a .docx: Word's comments with replies and resolved state, on the words they were made on. */
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { CommentId, PersonId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import type { Comment, Thread } from "@/core/review/thread";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, DocxReader } from "../helpers/docx-reader";

const AT = Date.UTC(2026, 10, 24, 1, 2, 3);
const DOCUMENT = "word/document.xml";

const comment = (name: string, body: string, deleted = false): Comment => ({
  id: newId() as CommentId,
  author: { id: newId() as PersonId, name },
  body,
  deleted,
  createdAt: AT,
  editedAt: null,
  mentions: [],
  reactions: [],
});

const thread = (quote: string | null, resolved: boolean, ...comments: Comment[]): Thread => ({
  id: newId() as ThreadId,
  quote,
  createdAt: AT,
  directive: null,
  suggestion: null,
  resolved: resolved ? { by: { id: newId() as PersonId, name: "王建国" }, at: AT } : null,
  comments,
});

function write(threads: readonly Thread[], marked: readonly (readonly [string, readonly Thread[]])[]) {
  const schema = documentSchema();
  const texts = marked.map(([text, on]) =>
    schema.text(
      text,
      on.map(({ id }) => schema.mark("comment", { thread: id })),
    ),
  );
  const document = schema.node("doc", null, schema.node("paragraph", null, texts)).toJSON();
  return writeDocx({ ...order(threads), document });
}

const order = (threads: readonly Thread[]) =>
  ({
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "讲话",
    names: new Map<string, string>(),
    threads,
    madeAt: AT,
    watermark: null,
    words: { deletedComment: "（已删除）" },
  }) as const;

/** The words between a comment's beginning and its end. */
function wordsOf(file: DocxReader, number: string): string {
  let within = false;
  let words = "";
  for (const element of file.all(DOCUMENT, "*")) {
    if (attribute(element, "id") === number && element.localName === "commentRangeStart") within = true;
    if (attribute(element, "id") === number && element.localName === "commentRangeEnd") within = false;
    if (within && element.localName === "t") words += element.textContent;
  }
  return words;
}

describe("threads as Word's comments", () => {
  const asked = thread("形势", false, comment("赵核稿", "核实\n数字"), comment("王建国", "已核实"));
  const done = thread("形势喜人", true, comment("李明", "改一下", true));
  const whole = thread(null, false, comment("领导", "总体很好"));
  const bytes = write(
    [asked, done, whole],
    [
      ["当前", []],
      ["形势", [asked, done]],
      ["喜人", [done]],
      ["。", []],
    ],
  );

  it("EX-05 a file with them is valid", (context) => expectValidDocx(context, bytes));

  it("EX-05 each comment has its author, time and words, and stands on the words it was made on", () => {
    const file = new DocxReader(bytes);
    const comments = file.all("word/comments.xml", "comment").map((element) => ({
      author: attribute(element, "author"),
      text: [...element.getElementsByTagName("w:p")].map(({ textContent }) => textContent).join("\n"),
      words: wordsOf(file, attribute(element, "id") ?? ""),
    }));
    expect(comments).toEqual([
      { author: "赵核稿", text: "核实\n数字", words: "形势" },
      { author: "王建国", text: "已核实", words: "形势" },
      { author: "李明", text: "（已删除）", words: "形势喜人" },
      { author: "领导", text: "总体很好", words: "" },
    ]);
    const local = new Date(AT - new Date(AT).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
    expect(attribute(file.all("word/comments.xml", "comment")[0], "date")).toBe(`${local}Z`);
    expect(file.all(DOCUMENT, "commentReference")).toHaveLength(4);
  });

  it("EX-05 an answer hangs on what it answers, and a resolved thread is done", () => {
    const entries = [
      ...new DocxReader(bytes).part("word/commentsExtended.xml").getElementsByTagName("w15:commentEx"),
    ];
    const facts = entries.map((entry) => [
      entry.getAttribute("w15:paraId"),
      entry.getAttribute("w15:paraIdParent"),
      entry.getAttribute("w15:done"),
    ]);
    const [first, second, third, fourth] = facts.map(([id]) => id);
    expect(facts).toEqual([
      [first, null, "0"],
      [second, first, "0"],
      [third, null, "1"],
      [fourth, null, "0"],
    ]);
    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });

  it("EX-05 a comment on a speech that nobody has written in stands in the file's only paragraph", async (context) => {
    const blank = writeDocx({ ...order([whole]), document: { type: "doc" } });
    await expectValidDocx(context, blank);
    const file = new DocxReader(blank);
    expect(file.all(DOCUMENT, "commentReference")).toHaveLength(1);
    expect(file.lines("accept")).toEqual([]);
    const { document, threads } = readDocx(blank);
    expect(document.content).toMatchObject([{ type: "paragraph" }]);
    expect(threads.map(({ comments }) => comments.map(({ body }) => body))).toEqual([["总体很好"]]);
  });

  it("EX-05 without threads there is no part for them", () => {
    const names = new DocxReader(write([], [["当前", []]])).partNames;
    expect(names.filter((name) => name.includes("comments"))).toEqual([]);
  });
});
