import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { type DirectiveId, newDirectiveId, newThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { proposeWording } from "@/core/review/propose-wording";
import { findPassage } from "@/core/review/reading-place";
import { standingDirectives } from "@/core/review/standing-directives";
import { speech } from "../editor/speech-state";

const TEXT = speech(
  ["p", "我们要推动工作。大家辛苦了。"],
  ["p", "大家要团结。大家要奋进。"],
  ["p", "会上大家发言。"],
);

function reword(doc: Node, block: number, quote: string, wording: string, id: DirectiveId): Node {
  const blocks = acceptedBlocks(doc);
  const { text = "" } = blocks[block] ?? {};
  const from = text.indexOf(quote);
  const positions = findPassage(blocks, { block, text, from, to: from + quote.length }) ?? [];
  return proposeWording(doc, { quote, positions, wording, author: { id, person: newId(), at: 1 } });
}
const rewording = (id: DirectiveId, wording: string) => ({ id, wording, thread: null });

it("LV-67 a rewording stands where it was made, whole, and nowhere else that reads so", () => {
  const id = newDirectiveId();
  const doc = reword(TEXT, 0, "我们", "大家", id);
  expect(standingDirectives(doc, [rewording(id, "大家")])).toEqual([{ id, block: 0, from: 0, to: 2 }]);
  const word = reword(TEXT, 0, "推动工作", "推进工作", id);
  expect(standingDirectives(word, [rewording(id, "推进工作")])).toEqual([{ id, block: 0, from: 3, to: 7 }]);
});

it("LV-67 one that only strikes words stands on those that are left, at either edge of them", () => {
  for (const wording of ["要奋进。", "大家奋进。", "大家要奋。"]) {
    const id = newDirectiveId();
    const doc = reword(TEXT, 1, "大家要奋进。", wording, id);
    const expected = { id, block: 1, from: 6, to: 6 + wording.length };
    // 大家要奋进 is the second sentence: its like before it isn't meant.
    const moved = acceptedBlocks(doc)[1]?.text.lastIndexOf(wording) ?? -1;
    expect(standingDirectives(doc, [rewording(id, wording)])).toEqual([
      { ...expected, from: moved, to: moved + wording.length },
    ]);
  }
});

it("LV-67 an instruction stands on its thread's words, in other words too, and what is gone nowhere", () => {
  const [id, thread] = [newDirectiveId(), newThreadId()];
  const mark = documentSchema().mark("comment", { thread });
  const start = TEXT.child(0).nodeSize + 1;
  const marked = EditorState.create({ doc: TEXT }).tr.addMark(start, start + 6, mark).doc;
  const wanted = [{ id, wording: null, thread }];
  expect(standingDirectives(marked, wanted)).toEqual([{ id, block: 1, from: 0, to: 6 }]);
  const changed = EditorState.create({ doc: marked })
    .tr.insertText("更", start + 3)
    .insertText("同志们：", 1).doc;
  expect(standingDirectives(changed, wanted)).toEqual([{ id, block: 1, from: 0, to: 7 }]);
  expect(standingDirectives(TEXT, wanted)).toEqual([]);
  const struck = newDirectiveId();
  expect(standingDirectives(reword(TEXT, 2, "会上大家发言。", "", struck), [rewording(struck, "")])).toEqual(
    [],
  );
});

it("LV-67 others' letters in the midst of a rewording are no reason to look for it elsewhere", () => {
  const id = newDirectiveId();
  const doc = reword(TEXT, 0, "我们", "大家", id);
  const at = doc.child(0).textContent.indexOf("大家") + 2;
  const written = EditorState.create({ doc }).tr.insert(at, documentSchema().text("一起")).doc;
  const [point, ...more] = standingDirectives(written, [rewording(id, "大家")]);
  expect(point).toMatchObject({ id, block: 0, from: 0 });
  expect(more).toEqual([]);
});
