import { prosemirrorJSONToYDoc, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { newThreadId } from "@/core/ids";
import { markThread } from "@/server/sync/thread-mark";
import { encodedPosition } from "../helpers/text-range";

const line = (type: string, text: string) => ({ type, content: text ? [{ type: "text", text }] : [] });

function open(...blocks: readonly object[]): Y.Doc {
  return prosemirrorJSONToYDoc(documentSchema(), { type: "doc", content: blocks }, FRAGMENT);
}

function textOf(doc: Y.Doc, block: number): Y.XmlText {
  return (doc.getXmlFragment(FRAGMENT).get(block) as Y.XmlElement).get(0) as Y.XmlText;
}

/** Every text of the document with the threads that are marked on it. */
function marked(doc: Y.Doc): readonly string[] {
  const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;
  const texts: string[] = [];
  const visit = (node: DocumentNode) => {
    const threads = (node.marks ?? []).flatMap((mark) =>
      mark.type === "comment" ? [mark.attrs?.thread] : [],
    );
    if (node.text !== undefined && threads.length > 0) texts.push(`${node.text}:${threads.sort().join("+")}`);
    node.content?.forEach(visit);
  };
  visit(json);
  return texts;
}

describe("CO-01 the mark of a thread", () => {
  it("CO-01 covers words of one line, and returns them", () => {
    const doc = open(line("paragraph", "坚持真抓实干"));
    const text = textOf(doc, 0);
    const thread = newThreadId();
    expect(markThread(doc, thread, { from: encodedPosition(text, 2), to: encodedPosition(text, 4) })).toBe(
      "真抓",
    );
    expect(marked(doc)).toEqual([`真抓:${thread}`]);
  });

  it("CO-01 covers the end of one block, whole ones between and the start of another", () => {
    const doc = open(
      line("heading", "总体要求"),
      line("paragraph", "中间一段"),
      line("paragraph", "最后一段"),
    );
    const thread = newThreadId();
    const range = { from: encodedPosition(textOf(doc, 0), 2), to: encodedPosition(textOf(doc, 2), 2) };
    expect(markThread(doc, thread, range)).toBe("要求\n中间一段\n最后");
    expect(marked(doc)).toEqual([`要求:${thread}`, `中间一段:${thread}`, `最后:${thread}`]);
  });

  it("CO-01 lets threads overlap, each with its own mark", () => {
    const doc = open(line("paragraph", "坚持真抓实干"));
    const text = textOf(doc, 0);
    const [one, other] = [newThreadId(), newThreadId()].sort();
    if (one === undefined || other === undefined) throw new Error("ids");
    markThread(doc, one, { from: encodedPosition(text, 0), to: encodedPosition(text, 4) });
    markThread(doc, other, { from: encodedPosition(text, 2), to: encodedPosition(text, 6) });
    expect(marked(doc)).toEqual([`坚持:${one}`, `真抓:${one}+${other}`, `实干:${other}`]);
  });

  it("CO-01 finds its words after others have written before them", () => {
    const doc = open(line("paragraph", "坚持真抓实干"));
    const text = textOf(doc, 0);
    const range = { from: encodedPosition(text, 2), to: encodedPosition(text, 4) };
    text.insert(0, "同志们，");
    expect(markThread(doc, newThreadId(), range)).toBe("真抓");
  });

  it("CO-01 takes places between blocks", () => {
    const doc = open(line("paragraph", "一"), line("paragraph", "二"), line("paragraph", "三"));
    const root = doc.getXmlFragment(FRAGMENT);
    expect(
      markThread(doc, newThreadId(), { from: encodedPosition(root, 1), to: encodedPosition(root, 2) }),
    ).toBe("二");
  });

  it("CO-02 marks nothing where the text is gone, and says so", () => {
    const doc = open(line("paragraph", "坚持真抓实干"), line("paragraph", "另一段"));
    const text = textOf(doc, 0);
    const range = { from: encodedPosition(text, 2), to: encodedPosition(text, 4) };
    text.delete(1, 4);
    expect(markThread(doc, newThreadId(), range)).toBe("");
    doc.getXmlFragment(FRAGMENT).delete(0, 1);
    expect(markThread(doc, newThreadId(), range)).toBe("");
    expect(marked(doc)).toEqual([]);
  });

  it("CO-03 refuses what is no place, and a place in text that never arrived", () => {
    const doc = open(line("paragraph", "坚持真抓实干"));
    const text = textOf(doc, 0);
    const good = { from: encodedPosition(text, 2), to: encodedPosition(text, 4) };
    expect(() => markThread(doc, newThreadId(), { ...good, from: "/////w==" })).toThrow();
    text.insert(6, "抢在前面");
    const ahead = { ...good, to: encodedPosition(text, 8) };
    const behind = open(line("paragraph", "坚持真抓实干"));
    expect(() => markThread(behind, newThreadId(), ahead)).toThrow(/never arrived/);
    expect(markThread(doc, newThreadId(), ahead)).toBe("真抓实干抢在");
  });
});
