import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import { listSuggestions } from "@/core/review/list-suggestions";
import { rejectAll } from "@/core/review/settle";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { addBefore, bold, placeOf, remove } from "../helpers/text-edits";

const seed = runSeed();
const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const h = (level: number, text: string): DocumentNode => ({
  ...p(text),
  type: "heading",
  attrs: { level, runIn: false },
});
const list = (...items: string[]): DocumentNode => ({
  type: "bulletList",
  content: items.map((text) => ({ type: "listItem", content: [p(text)] })),
});
/** Some letters of one line; null where there are none. */
function wordsIn(text: Node, random: Random): string | null {
  const lines: string[] = [];
  text.descendants((node) => {
    if (node.isText && (node.text ?? "").length > 1) lines.push(node.text ?? "");
  });
  const line = lines.length === 0 ? "" : random.pick(lines);
  const from = random.below(Math.max(1, line.length - 1));
  return line === "" ? null : line.slice(from, from + 1 + random.below(3));
}
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

function shared(document: DocumentNode): Y.Doc {
  return prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);
}

/** Only marks that the schema has. */
function fitted(document: DocumentNode): DocumentNode {
  const json = JSON.stringify(document).replaceAll('"insertion"', '"bold"');
  return canonicalDocument(documentSchema().nodeFromJSON(JSON.parse(json)).toJSON());
}

const restored = (now: Y.Doc, version: DocumentNode) => {
  now.transact(() => restoreInto(now, version, {}));
  return canonicalDocument(documentIn(now));
};
const texts = (now: Y.Doc) => (documentIn(now).content ?? []).map((block) => block.content?.[0]?.text);

/** The text node of a block, for typing into it. */
function line(now: Y.Doc, block: number): Y.XmlText {
  const element = now.getXmlFragment(FRAGMENT).get(block);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no text there");
  return text;
}

/** The line with these words as a heading, where it can be one. */
const retype = (words: string) => (tr: Transaction) => {
  const at = tr.doc.resolve(placeOf(tr.doc, words));
  const heading = documentSchema().node("heading").type;
  const parent = at.node(at.depth - 1);
  return parent.type.name === "doc" ? tr.setBlockType(at.pos, at.pos, heading, { level: 2 }) : tr;
};

describe(`bringing a text back (SEED=${seed})`, { timeout: 30_000 }, () => {
  it("VE-20 any text becomes exactly any version", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 150; round += 1) {
      const version = fitted(randomDocument(random));
      const related = random.chance(0.7);
      const now = fitted(related ? randomlyRewritten(version, random, 6) : randomDocument(random));
      expect(restored(shared(now), version)).toEqual(version);
    }
  });

  it("VE-20 so it does where the version is of a speech that nobody had written in yet", () => {
    expect(restored(shared(doc(p("后来写的。"))), doc())).toEqual({ type: "doc" });
    expect(restored(new Y.Doc(), doc(p("写过的。")))).toEqual(doc(p("写过的。")));
  });

  it("VE-21 words that stay are not touched: what others type into them at that moment stays", () => {
    const version = fitted(archivesSpeech.document);
    const [title, ...rest] = version.content ?? [];
    const random = seededRandom(seed + 1);
    for (let round = 0; round < 10; round += 1) {
      const rewritten = fitted(randomlyRewritten({ type: "doc", content: rest }, random, 15));
      const server = shared(doc(...(title === undefined ? [] : [title]), ...(rewritten.content ?? [])));
      const colleague = new Y.Doc();
      Y.applyUpdate(colleague, Y.encodeStateAsUpdate(server));
      line(colleague, 0).insert(2, "现场");
      server.transact(() => restoreInto(server, version, {}));
      Y.applyUpdate(server, Y.encodeStateAsUpdate(colleague));
      const typed = JSON.stringify(version).replace("让每", "让每现场");
      expect(canonicalDocument(documentIn(server))).toEqual(JSON.parse(typed));
    }
  });

  it("VE-21 the change is as small as the difference", () => {
    const version = fitted(archivesSpeech.document);
    const now = shared(version);
    line(now, 0).insert(1, "多余");
    const before = Y.encodeStateVector(now);
    now.transact(() => restoreInto(now, version, {}));
    // Two characters deleted, nothing written.
    expect(Y.encodeStateVector(now)).toEqual(before);
    expect(canonicalDocument(documentIn(now))).toEqual(version);
  });

  it("VE-21 a comment keeps its place in words that stay, in a paragraph that moves too", () => {
    const commented: DocumentNode = {
      type: "paragraph",
      content: [
        { type: "text", text: "农村公路养护" },
        {
          type: "text",
          text: "实行路长制",
          marks: [{ type: "comment", attrs: { thread: "abcdefghij0123456789" } }],
        },
        { type: "text", text: "，说到做到。" },
      ],
    };
    const now = shared(doc(commented, p("节水优先是治水的第一条原则。"), p("乡村学校要配齐音乐教师。")));
    const version = doc(
      p("节水优先是治水的第一条原则。"),
      p("乡村学校要配齐音乐教师。"),
      p("农村公路养护实行路长制，不留余地。"),
    );
    expect(restored(now, version)).toEqual(canonicalDocument(version));
    const moved = documentIn(now).content?.[2];
    expect(moved?.content?.find(({ text }) => text === "实行路长制")?.marks?.[0]?.type).toBe("comment");
  });

  it("VE-21 open suggestions stay on text that stays, and go with what the version hasn't got", () => {
    const version = canonicalDocument(
      documentIn(shared(doc(p("要认真抓好落实。"), p("第二段照旧。"), p("第三段是旧的。")))),
    );
    const now = shared(version);
    editShared(now, (tr) => tr.insertText("改成了别的样子，", tr.doc.content.size - 6));
    const proposed = [
      (tr: Transaction) => tr.delete(2, 4),
      (tr: Transaction) => tr.insertText("都", tr.doc.child(0).nodeSize + 4),
      (tr: Transaction) => tr.insertText("全", placeOf(tr.doc, "别的样子")),
    ];
    for (const edit of proposed) suggestShared(now, "a".repeat(20), edit);
    const first = JSON.stringify((documentIn(now).content ?? []).slice(0, 2));
    now.transact(() => restoreInto(now, version, {}));
    expect(JSON.stringify((documentIn(now).content ?? []).slice(0, 2))).toBe(first);
    expect(
      listSuggestions(textOf(now)).map(({ insertedText, deletedText }) => [insertedText, deletedText]),
    ).toEqual([
      ["", "认真"],
      ["都", ""],
    ]);
    expect(texts(now)[2]).toBe("第三段是旧的。");
    now.transact(() => restoreInto(now, version, { blocks: { start: 0, end: 1 } }));
    expect(JSON.stringify((documentIn(now).content ?? []).slice(0, 2))).toBe(first);
  });

  it("VE-21 open suggestions stay on words that stay, also in a paragraph that was changed elsewhere", () => {
    const version = doc(
      p("要认真抓好落实，推动高质量发展，办好民生实事。"),
      list("第一项要抓紧。", "第二项照旧。"),
    );
    const now = shared(canonicalDocument(version));
    const edits = [
      (tr: Transaction) => tr.insertText("今年", placeOf(tr.doc, "办好")),
      (tr: Transaction) => tr.insertText("马上", placeOf(tr.doc, "抓紧")),
    ];
    for (const edit of edits) editShared(now, edit);
    const proposed = [
      remove("认真"),
      addBefore("推动", "大力"),
      (tr: Transaction) => tr.insertText("进", placeOf(tr.doc, "动高质量"), placeOf(tr.doc, "高质量")),
      bold("高质量"),
      remove("今年"),
      (tr: Transaction) => tr.insertText("我们", 1),
      remove("第一项"),
    ];
    for (const edit of proposed) suggestShared(now, "a".repeat(20), edit);
    now.transact(() => restoreInto(now, version, {}));
    const kept = listSuggestions(textOf(now)).map(({ insertedText, deletedText }) => [
      insertedText,
      deletedText,
    ]);
    expect(kept).toEqual([
      ["我们", ""],
      ["", "认真"],
      ["大力", ""],
      ["进", "动"],
      ["", ""],
      ["", "第一项"],
    ]);
    const base = rejectAll(textOf(now)).toJSON() as DocumentNode;
    expect(canonicalDocument(base)).toEqual(canonicalDocument(version));
  });

  it("VE-21 what is proposed for a paragraph itself stays too, unless the version has it as another kind", () => {
    const version = doc(
      p("要认真抓好落实，推动高质量发展。"),
      p("第二段也要写好，不能马虎。"),
      p("第三段。"),
    );
    const now = shared(canonicalDocument(version));
    const edits = [
      (tr: Transaction) => tr.insertText("今年", placeOf(tr.doc, "推动")),
      (tr: Transaction) => tr.insertText("一定", placeOf(tr.doc, "写好")),
    ];
    for (const edit of edits) editShared(now, edit);
    suggestShared(now, "a".repeat(20), retype("抓好"));
    suggestShared(now, "a".repeat(20), remove("认真"));
    const asHeading = doc(h(2, "要认真抓好落实，推动高质量发展。"), p("第二段。"), p("第三段。"));
    const other = shared(documentIn(now));
    now.transact(() => restoreInto(now, version, {}));
    expect(listSuggestions(textOf(now)).map(({ kind, deletedText }) => [kind, deletedText])).toEqual([
      ["block", ""],
      ["delete", "认真"],
    ]);
    const base = (text: Y.Doc) => canonicalDocument(rejectAll(textOf(text)).toJSON() as DocumentNode);
    expect(base(now)).toEqual(canonicalDocument(version));
    other.transact(() => restoreInto(other, asHeading, {}));
    expect(base(other)).toEqual(canonicalDocument(asHeading));
  });

  it("VE-20 VE-21 whatever is proposed, who rejects it all has the version", () => {
    const random = seededRandom(seed + 7);
    let kept = 0;
    for (let round = 0; round < 60; round += 1) {
      const version = fitted(randomDocument(random));
      const now = shared(fitted(randomlyRewritten(version, random, 4)));
      for (let edit = 0; edit < 4; edit += 1) {
        const words = wordsIn(textOf(now), random);
        const propose = random.pick([remove, bold, retype]);
        if (words !== null) suggestShared(now, "a".repeat(20), propose(words));
      }
      now.transact(() => restoreInto(now, version, {}));
      kept += listSuggestions(textOf(now)).length;
      const base = rejectAll(textOf(now)).toJSON() as DocumentNode;
      expect(canonicalDocument(base)).toEqual(canonicalDocument(version));
    }
    expect(kept).toBeGreaterThan(0);
  });

  it("VE-22 one part comes back alone; the rest stays as it is now", () => {
    const version = doc(h(1, "供水"), p("漏损三年内降到百分之九。"), h(1, "学校"), p("配齐音乐和体育教师。"));
    const now = shared(
      doc(h(1, "供水"), p("漏损要下降。"), p("后来添的一段。"), h(1, "学校"), p("配齐教师，办好食堂。")),
    );
    now.transact(() => restoreInto(now, version, { blocks: { start: 0, end: 2 } }));
    expect(texts(now)).toEqual(["供水", "漏损三年内降到百分之九。", "学校", "配齐教师，办好食堂。"]);
  });

  it("VE-22 a part that was deleted comes back where it stood", () => {
    const version = doc(
      h(1, "供水"),
      p("漏损三年内降到百分之九。"),
      h(1, "学校"),
      p("配齐教师。"),
      h(1, "公路"),
      p("路长制。"),
    );
    const now = shared(doc(h(1, "供水"), p("漏损三年内降到百分之九。"), h(1, "公路"), p("路长制，常态化。")));
    now.transact(() => restoreInto(now, version, { blocks: { start: 2, end: 4 } }));
    expect(texts(now)).toEqual([
      "供水",
      "漏损三年内降到百分之九。",
      "学校",
      "配齐教师。",
      "公路",
      "路长制，常态化。",
    ]);
  });

  it("VE-23 OP-32 a version that the schema has no place for is refused with no word of it in the error, and nothing changes", () => {
    const now = shared(doc(p("现在的话。")));
    const unknown = doc({ type: "poem", content: [{ type: "text", text: "诗" }] });
    const line = { type: "listItem", content: [p("绝密的一句话。")] };
    const nested = { type: "listItem", content: [{ type: "bulletList", content: [line] }] };
    for (const version of [unknown, doc({ type: "bulletList", content: [nested] })]) {
      const restore = () => now.transact(() => restoreInto(now, version, {}));
      expect(restore).toThrow(new AppError("content-not-allowed", "a text against the schema"));
    }
    expect(() =>
      now.transact(() => restoreInto(now, doc(p("话。")), { blocks: { start: 0, end: 2 } })),
    ).toThrow();
    expect(texts(now)).toEqual(["现在的话。"]);
    now.transact(() => restoreInto(now, doc(p("话。")), { blocks: { start: 0, end: 1 } }));
    expect(texts(now)).toEqual(["话。"]);
  });
});
