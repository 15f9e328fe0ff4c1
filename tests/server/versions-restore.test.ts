import type { Transaction } from "@tiptap/pm/state";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";

const seed = runSeed();
const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const h = (level: number, text: string): DocumentNode => ({
  ...p(text),
  type: "heading",
  attrs: { level, runIn: false },
});
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
    const proposed = [
      (tr: Transaction) => tr.delete(2, 4),
      (tr: Transaction) => tr.insertText("都", tr.doc.child(0).nodeSize + 4),
      (tr: Transaction) => tr.insertText("新", tr.doc.content.size - 3),
    ];
    for (const edit of proposed) suggestShared(now, "a".repeat(20), edit);
    editShared(now, (tr) => tr.insertText("改成了别的样子，", tr.doc.content.size - 6));
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

  it("VE-23 a version that the schema has no place for is refused, and nothing changes", () => {
    const now = shared(doc(p("现在的话。")));
    const unknown = doc({ type: "poem", content: [{ type: "text", text: "诗" }] });
    expect(() => now.transact(() => restoreInto(now, unknown, {}))).toThrow("poem");
    expect(() =>
      now.transact(() => restoreInto(now, doc(p("话。")), { blocks: { start: 0, end: 2 } })),
    ).toThrow();
    expect(texts(now)).toEqual(["现在的话。"]);
    now.transact(() => restoreInto(now, doc(p("话。")), { blocks: { start: 0, end: 1 } }));
    expect(texts(now)).toEqual(["话。"]);
  });
});
