/** Versions that come back over lines that stand in other blocks since: what is on them and what others do in them. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { rejectAll } from "@/core/review/settle";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { groupedLines, longLine, shuffledLines } from "../helpers/grouped-lines";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { suggestShared, textOf } from "../helpers/shared-edit";
import { addBefore, remove } from "../helpers/text-edits";

const p = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  content: content.map((text) => (typeof text === "string" ? { type: "text", text } : text)),
});
const list = (...lines: DocumentNode[]): DocumentNode => ({
  type: "bulletList",
  content: lines.map((line) => ({ type: "listItem", content: [line] })),
});
const quotation = (...content: DocumentNode[]): DocumentNode => ({ type: "quotation", content });
const paragraphs = (...lines: DocumentNode[]) => lines;
const doc = (...content: (DocumentNode | DocumentNode[])[]): DocumentNode => ({
  type: "doc",
  content: content.flat(),
});
const shared = (document: DocumentNode) => prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);

const [FIRST, LINE, LAST] = ["开头先讲成绩。", "各级党组织要认清形势任务。", "结尾的话要讲清楚。"] as const;
const THREAD = "abcdefghij0123456789";
const COMMENTED = p(
  "各级党组织要认清",
  { type: "text", text: "形势", marks: [{ type: "comment", attrs: { thread: THREAD } }] },
  "任务。",
);

/** What the comment is on. */
const commentedIn = (node: DocumentNode): string =>
  node.marks?.some(({ type }) => type === "comment")
    ? (node.text ?? "")
    : (node.content ?? []).map(commentedIn).join("");
const base = (now: Y.Doc) => canonicalDocument(rejectAll(textOf(now)).toJSON() as DocumentNode);
const restore = (now: Y.Doc, version: DocumentNode, block?: number) =>
  now.transact(() =>
    restoreInto(now, version, block === undefined ? {} : { blocks: { start: block, end: block + 1 } }),
  );

/** What the version has the line in, and what it stands in since. */
const BLOCKS = [
  ["a paragraph", "a list", paragraphs, list],
  ["a paragraph", "a quotation", paragraphs, quotation],
  ["a list", "paragraphs", list, paragraphs],
  ["a quotation", "paragraphs", quotation, paragraphs],
  ["a list", "a quotation", list, quotation],
] as const;

describe.each(BLOCKS)("%s of the version, %s since", (_was, _is, old, fresh) => {
  const version = doc(p(FIRST), old(p(LINE)), p(LAST));
  const there = doc(p(FIRST), fresh(COMMENTED), p(LAST));
  const elsewhere = doc(p(FIRST), p(LAST), fresh(p("还有别的一件事。"), COMMENTED));
  const kept = doc(p(FIRST), old(p(LINE)), p(LAST), fresh(p("还有别的一件事。")));

  it("VE-21 VE-22 a colleague's comment and what is proposed stay on its words, as it or the whole comes back", () => {
    for (const [text, expected, block] of [
      [there, version, undefined],
      [there, version, 1],
      [elsewhere, version, undefined],
      [elsewhere, kept, 1],
    ] as const) {
      const now = shared(text);
      suggestShared(now, "a".repeat(20), addBefore("任务", "和"));
      suggestShared(now, "b".repeat(20), remove("认清"));
      restore(now, version, block);
      expect(base(now)).toEqual(canonicalDocument(expected));
      expect(commentedIn(documentIn(now))).toBe("形势");
      const proposed = listSuggestions(textOf(now)).map((one) => [one.insertedText, one.deletedText]);
      expect(proposed).toEqual([
        ["", "认清"],
        ["和", ""],
      ]);
    }
  });

  it("VE-21 VE-22 words of it that stay keep the comment where others were changed", () => {
    const now = shared(doc(p(FIRST), fresh(p("今年", ...(COMMENTED.content ?? []), "不能松劲。")), p(LAST)));
    restore(now, version, 1);
    expect(canonicalDocument(documentIn(now))).toEqual(canonicalDocument(version));
    expect(commentedIn(documentIn(now))).toBe("形势");
  });
});

const seed = runSeed();

/** The same text with a comment of its own on each line's second letter on. */
function commentedAll(node: DocumentNode, threads: string[]): DocumentNode {
  if (node.type !== "paragraph") {
    return { ...node, content: node.content?.map((child) => commentedAll(child, threads)) };
  }
  const text = node.content?.[0]?.text ?? "";
  if (text === "") return node;
  const thread = newId();
  threads.push(`${thread} ${text.slice(1)}`);
  const marks = [{ type: "comment", attrs: { thread } }];
  return p(text.slice(0, 1), { type: "text", text: text.slice(1), marks });
}

const commentsIn = (node: DocumentNode): string[] => [
  ...(node.marks ?? []).flatMap(({ type, attrs }) =>
    type === "comment" ? [`${String(attrs?.thread)} ${node.text}`] : [],
  ),
  ...(node.content ?? []).flatMap(commentsIn),
];

const someLetters = (lines: readonly DocumentNode[], random: Random) => {
  const text = random.pick(lines).content?.[0]?.text ?? "";
  return text.slice(2, 4);
};

describe(`lines in other blocks and elsewhere (SEED=${seed})`, { timeout: 60_000 }, () => {
  it("VE-20 VE-21 the text is exactly the version, and each comment stands on its words", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 60; round += 1) {
      const lines = Array.from({ length: 1 + random.below(10) }, () => longLine(random));
      const version = groupedLines(lines, random);
      const threads: string[] = [];
      const now = shared(commentedAll(groupedLines(shuffledLines(lines, random), random), threads));
      restore(now, version);
      expect(canonicalDocument(documentIn(now))).toEqual(version);
      expect(commentsIn(documentIn(now)).toSorted()).toEqual(threads.toSorted());
    }
  });

  it("VE-21 VE-22 so it does, in the text around it too, where one block comes back", () => {
    const random = seededRandom(seed + 2);
    for (let round = 0; round < 60; round += 1) {
      const lines = Array.from({ length: 1 + random.below(10) }, () => longLine(random));
      const version = groupedLines(lines, random);
      const threads: string[] = [];
      const now = shared(commentedAll(groupedLines(shuffledLines(lines, random), random), threads));
      restore(now, version, random.below(version.content?.length ?? 0));
      expect(commentsIn(documentIn(now)).toSorted()).toEqual(threads.toSorted());
    }
  });

  it("VE-20 VE-21 who rejects whatever was proposed in them has the version", () => {
    const random = seededRandom(seed + 1);
    for (let round = 0; round < 60; round += 1) {
      const lines = Array.from({ length: 1 + random.below(10) }, () => longLine(random));
      const version = groupedLines(lines, random);
      const now = shared(groupedLines(shuffledLines(lines, random), random));
      for (let edit = 0; edit < 3; edit += 1) {
        const words = someLetters(lines, random);
        if (!textOf(now).textContent.includes(words)) continue;
        suggestShared(now, "a".repeat(20), random.pick([remove(words), addBefore(words, "新的")]));
      }
      const proposed = listSuggestions(textOf(now)).length;
      restore(now, version);
      expect(base(now)).toEqual(version);
      expect(listSuggestions(textOf(now))).toHaveLength(proposed);
    }
  });
});
