/** Comments that begin or end at a break of the line that is only proposed. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { BREAK } from "@/core/document/suggestion-marks";
import type { CommentId, PersonId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const AT = Date.UTC(2026, 10, 24, 1, 2, 3);
const person = newId() as PersonId;
const thread: Thread = {
  id: newId() as ThreadId,
  quote: "形势喜人",
  createdAt: AT,
  directive: null,
  suggestion: null,
  resolved: null,
  comments: [
    {
      id: newId() as CommentId,
      author: { id: person, name: "赵核稿" },
      body: "这里要不要分段",
      deleted: false,
      createdAt: AT,
      editedAt: null,
      mentions: [],
      reactions: [],
    },
  ],
};
const comment = { type: "comment", attrs: { thread: thread.id } };
const insertion = {
  type: "insertion",
  attrs: { id: newId(), person, at: AT, begins: "paragraph" },
};
const common = {
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "",
  watermark: null,
} as const;

/** 当前形势喜人¶大家, commented as `marked` says; `breaks`: how often Enter was pressed. */
function line(breaks: number, marked: { readonly words: boolean }): DocumentNode {
  return {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "当前" },
          { type: "text", text: "形势喜人", ...(marked.words && { marks: [comment] }) },
          { type: "text", text: BREAK.repeat(breaks), marks: [comment, insertion] },
          { type: "text", text: "大家鼓掌" },
        ],
      },
    ],
  };
}
const LINES = [
  line(1, { words: true }),
  line(1, { words: false }),
  line(2, { words: true }),
  line(3, { words: false }),
];

it("EX-121 in a Word file such a comment stands once", () => {
  for (const document of LINES) {
    const bytes = writeDocx({
      ...common,
      document,
      names: new Map(),
      threads: [thread],
      madeAt: AT,
      words: { deletedComment: "" },
    });
    const file = new DocxReader(bytes);
    const marks = ["commentRangeStart", "commentRangeEnd", "commentReference"];
    const all = marks.map((name) => file.all("word/document.xml", name).map((each) => attribute(each, "id")));
    expect(all).toEqual([["0"], ["0"], ["0"]]);
  }
});

it("EX-121 in a PDF it stands beside the text once", async () => {
  for (const document of LINES) {
    const { bytes } = await typesetting.pdf({
      ...common,
      format: "pdf",
      content: { kind: "marked", document, names: new Map(), threads: [thread] },
      madeAt: AT,
    });
    const text = pdfText(await readPdf(bytes));
    expect(text.split("这里要不要分段")).toHaveLength(2);
  }
});
