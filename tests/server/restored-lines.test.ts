/** Versions that come back over lines that were broken or joined since. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { addBefore, placeOf, remove } from "../helpers/text-edits";

const p = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  content: content.map((text) => (typeof text === "string" ? { type: "text", text } : text)),
});
const list = (...items: string[]): DocumentNode => ({
  type: "bulletList",
  content: items.map((text) => ({ type: "listItem", content: [p(text)] })),
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const shared = (document: DocumentNode) => prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);

const [FIRST, ONE, TWO, LAST] = [
  "开头先讲成绩。",
  "各级党组织要认清形势任务，",
  "推动各项工作再上台阶。",
  "结尾的话要讲清楚。",
] as const;
const THREAD = "abcdefghij0123456789";
const commented = (text: string): DocumentNode => ({
  type: "text",
  text,
  marks: [{ type: "comment", attrs: { thread: THREAD } }],
});

const lines = (now: Y.Doc) => (documentIn(now).content ?? []).map(textIn);
const textIn = ({ text, content = [] }: DocumentNode): string => text ?? content.map(textIn).join("");
/** The lines with what the comment is on. */
const commentedIn = (now: Y.Doc) =>
  (documentIn(now).content ?? []).flatMap(({ content = [] }, index) =>
    content
      .filter(({ marks }) => marks?.some(({ type }) => type === "comment"))
      .map(({ text }) => `${index} ${text}`),
  );
const restore = (now: Y.Doc, version: DocumentNode, start?: number, end = (start ?? 0) + 1) =>
  now.transact(() => restoreInto(now, version, start === undefined ? {} : { blocks: { start, end } }));

describe("lines that were broken or joined since", () => {
  it("VE-22 a paragraph that was broken comes back once, alone or as the last of a part", () => {
    const version = doc(p(FIRST), p(ONE + TWO), p(LAST));
    for (const [start, end] of [
      [1, 2],
      [0, 2],
    ] as const) {
      const now = shared(doc(p(FIRST), p(ONE), p(TWO), p(`${LAST}谢谢！`)));
      restore(now, version, start, end);
      expect(lines(now)).toEqual([FIRST, ONE + TWO, `${LAST}谢谢！`]);
    }
  });

  it("VE-22 of two that became one either comes back, and the other stands on its own as it is now", () => {
    const version = doc(p(ONE), p(TWO), p(LAST));
    const joined = `${ONE.replace("认清", "看清")}${TWO.replace("各项", "全部")}`;
    const first = shared(doc(p(joined), p(LAST)));
    restore(first, version, 0);
    expect(lines(first)).toEqual([ONE, TWO.replace("各项", "全部"), LAST]);
    const second = shared(doc(p(joined), p(LAST)));
    restore(second, version, 1);
    expect(lines(second)).toEqual([ONE.replace("认清", "看清"), TWO, LAST]);
    const neither = shared(doc(p(joined), p("结尾要短。")));
    restore(neither, version, 2);
    expect(lines(neither)).toEqual([joined, LAST]);
  });

  it("VE-22 a list that became paragraphs comes back in their place; other new paragraphs stay", () => {
    const now = shared(doc(p(FIRST), p(ONE), p("后来写的一段。"), p(TWO), p(LAST)));
    restore(now, doc(p(FIRST), list(ONE, TWO), p(LAST)), 1);
    expect(lines(now)).toEqual([FIRST, "后来写的一段。", ONE + TWO, LAST]);
  });

  it.each([
    [
      "broken",
      doc(p(ONE + TWO), p(LAST)),
      doc(p(ONE), p(commented("推动各项"), "工作再上台阶。"), p(LAST)),
      "0 推动各项",
    ],
    [
      "joined",
      doc(p(ONE), p(TWO), p(LAST)),
      doc(p(ONE, commented("推动各项"), "工作再上台阶。"), p(LAST)),
      "1 推动各项",
    ],
  ])(
    "VE-21 a comment and what is proposed stay on their words: %s since",
    (_what, version, changed, place) => {
      const now = shared(changed);
      suggestShared(now, "a".repeat(20), addBefore("再上台阶", "尽快"));
      suggestShared(now, "b".repeat(20), remove("形势"));
      restore(now, version);
      expect(commentedIn(now)).toEqual([place]);
      const proposed = listSuggestions(textOf(now)).map((one) => [one.insertedText, one.deletedText]);
      expect(proposed).toEqual([
        ["", "形势"],
        ["尽快", ""],
      ]);
      expect(lines(now).join("").replace("尽快", "")).toBe(ONE + TWO + LAST);
    },
  );

  it("VE-21 what somebody types at that moment into a line that is broken again is there", () => {
    const server = shared(doc(p(ONE + TWO), p(LAST)));
    const colleague = new Y.Doc();
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(server));
    editShared(colleague, (tr) => tr.insertText("准确", placeOf(tr.doc, "认清")));
    restore(server, doc(p(ONE), p(TWO), p(LAST)));
    Y.applyUpdate(server, Y.encodeStateAsUpdate(colleague));
    expect(lines(server)).toEqual([ONE.replace("认清", "准确认清"), TWO, LAST]);
  });
});
