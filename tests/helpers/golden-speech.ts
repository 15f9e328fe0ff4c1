/** A short speech with one of everything that a format has to map, its ids and times fixed. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import type { CommentId, PersonId, ThreadId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import { trackChange } from "@/core/review/track";
import {
  bold,
  byline,
  dateLine,
  heading,
  paragraph,
  quotation,
  salutation,
  table,
  title,
} from "@/core/samples/blocks";

export const GOLDEN_AT = Date.UTC(2026, 10, 24, 1, 2, 3);
const MINUTE_MS = 60_000;
const [CHECKER, CHIEF] = ["checker", "chief"].map((name) => name.padEnd(20, "0")) as [PersonId, PersonId];
export const GOLDEN_NAMES: ReadonlyMap<string, string> = new Map([
  [CHECKER, "赵核稿"],
  [CHIEF, "周文清"],
]);
const THREAD = "thread".padEnd(20, "0") as ThreadId;

const marked = (text: string, type: string, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type: "text",
  text,
  marks: [{ type, attrs }],
});
const list = (type: "bulletList" | "orderedList", ...lines: string[]): DocumentNode => ({
  type,
  content: lines.map((line) => ({ type: "listItem", content: [paragraph(line)] })),
});

/** Nothing is proposed in it yet. */
export const goldenText: DocumentNode = {
  type: "doc",
  content: [
    title("在水库除险加固工作会议上的讲话", "——根据录音整理"),
    byline("周文清"),
    dateLine("（2026年11月24日）"),
    salutation("同志们："),
    paragraph(
      "今天开会，",
      bold("只讲一件事"),
      "，就是水库",
      marked("除险加固", "comment", { thread: THREAD }),
      "。",
    ),
    heading(1, "看清", marked("形势", "italic")),
    heading(2, "底数要清。全市有水库214座，“带病”的37座，占17.3%。"),
    heading(3, "先说大型水库"),
    heading(4, "要害在溢洪道。去年两座没有过水。"),
    quotation("有人说，水来了再讲。", "水来了，就只剩下讲了。"),
    list("orderedList", "查清", "修好"),
    list("bulletList", "人", "钱"),
    table(["水库", "病险"], ["青石", "渗漏 & 裂缝 <三处>"]),
    paragraph(
      marked("重", "pinyin", { reading: "chóng" }),
      "修的事",
      { type: "cue", attrs: { kind: "pause" } },
      "要",
      marked("快", "stress"),
      { type: "hardBreak" },
      "谢谢大家。",
      { type: "cue", attrs: { kind: "applause" } },
    ),
  ],
};

/** With every kind of suggestion, of two people. */
export function goldenDraft(): Node {
  let made = 0;
  const schema = documentSchema();
  let doc = schema.nodeFromJSON(goldenText);
  const propose = (
    person: PersonId,
    edit: (tr: Transaction, at: (words: string) => number) => Transaction,
  ) => {
    const before = EditorState.create({ doc });
    const after = edit(before.tr, (words) => placeOf(doc, words));
    made += 1;
    const author = { id: `suggestion${made}`.padEnd(20, "0"), person, at: GOLDEN_AT + made * MINUTE_MS };
    const { tr } = before;
    trackChange(tr, { after: after.doc, author, caret: after.selection.head, forward: false });
    doc = tr.doc;
  };
  propose(CHECKER, (tr, at) => tr.insertText("和病险水库", at("除险")));
  propose(CHIEF, (tr, at) => tr.delete(at("有人说"), at("水来了再讲")));
  propose(CHECKER, (tr, at) => tr.insertText("三成多", at("17.3%"), at("17.3%") + 5));
  propose(CHIEF, (tr, at) => tr.split(at("去年两座")));
  propose(CHECKER, (tr, at) =>
    tr.setBlockType(at("先说大型"), at("先说大型"), schema.node("paragraph").type),
  );
  propose(CHIEF, (tr, at) => tr.addMark(at("全市有"), at("全市有") + 3, schema.mark("bold")));
  return doc;
}

/** The document position of these words, which are in it once. */
function placeOf(doc: Node, words: string): number {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    const index = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (index >= 0) found = pos + index;
  });
  if (found === null) throw new Error(`no text ${words}`);
  return found;
}

const remark = (number: number, author: PersonId, body: string) => ({
  id: `comment${number}`.padEnd(20, "0") as CommentId,
  author: { id: author, name: GOLDEN_NAMES.get(author) ?? "" },
  body,
  deleted: false,
  createdAt: GOLDEN_AT + number * MINUTE_MS,
  editedAt: null,
  mentions: [],
  reactions: [],
});

export const goldenThreads: readonly Thread[] = [
  {
    id: THREAD,
    quote: "除险加固",
    createdAt: GOLDEN_AT,
    directive: null,
    suggestion: null,
    resolved: { by: { id: CHIEF, name: "周文清" }, at: GOLDEN_AT + 5 * MINUTE_MS },
    comments: [remark(1, CHECKER, "提法请核"), remark(2, CHIEF, "按省里文件")],
  },
];
