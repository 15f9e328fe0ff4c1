/** Which nodes of an editor stay the same objects when y-tiptap's binding shows what a colleague wrote. */
import type { NodeType } from "@tiptap/pm/model";
import { wrapInList } from "@tiptap/pm/schema-list";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { openPair } from "./shared-pair";
import { linesOf, speech } from "./speech-state";

const listType = documentSchema().nodes.bulletList as NodeType; // the schema has it

function threeLines() {
  const pair = openPair();
  const { tr } = pair.me.state;
  const text = speech(["p", "甲段"], [1, "题"], ["p", "丙段"]);
  pair.me.dispatch(tr.replaceWith(0, tr.doc.content.size, text.content));
  return pair;
}

it("SY-167 a colleague's letter leaves the nodes of all other lines as they are, time after time", () => {
  const { me, colleague } = threeLines();
  for (const typed of ["她", "她她"]) {
    const { doc } = me.state;
    colleague.dispatch(colleague.state.tr.insertText("她", 3));
    expect(linesOf(me.state.doc)).toEqual([`甲段${typed}`, "# 题", "丙段"]);
    expect(me.state.doc.child(0)).not.toBe(doc.child(0));
    expect(me.state.doc.child(1)).toBe(doc.child(1));
    expect(me.state.doc.child(2)).toBe(doc.child(2));
  }
});

it("SY-167 lines stay as they are beside one that comes and one that goes, and when all is drawn anew", () => {
  const { me, colleague } = threeLines();
  const [first, heading, last] = [0, 1, 2].map((index) => me.state.doc.child(index));
  colleague.dispatch(colleague.state.tr.insert(0, speech(["p", "新段"]).content));
  expect([first, heading, last].map((line, index) => me.state.doc.child(index + 1) === line)).toEqual([
    true,
    true,
    true,
  ]);
  const at = colleague.state.doc.child(0).nodeSize;
  colleague.dispatch(colleague.state.tr.delete(at, at + colleague.state.doc.child(1).nodeSize));
  expect(linesOf(me.state.doc)).toEqual(["新段", "# 题", "丙段"]);
  expect(me.state.doc.child(1)).toBe(heading);

  ySyncPluginKey.getState(me.state).binding._forceRerender();
  expect(me.state.doc.child(1)).toBe(heading);
  expect(me.state.doc.child(2)).toBe(last);
});

it("SY-167 what stands in a list that stays is known to be the shared document's, so that keys there compare nothing", () => {
  const { me, colleague } = threeLines();
  wrapInList(listType)(me.state, (tr) => me.dispatch(tr));
  const list = me.state.doc.child(2);
  expect(list.type.name).toBe("bulletList");
  colleague.dispatch(colleague.state.tr.insertText("她", 3));
  expect(me.state.doc.child(2) === list).toBe(true);

  const { binding } = ySyncPluginKey.getState(me.state);
  const item = binding.type.get(2).get(0);
  expect(binding.mapping.get(item) === list.child(0)).toBe(true);
  expect(binding.mapping.get(item.get(0)) === list.child(0).child(0)).toBe(true);
});

it("SY-167 a line that was copied as it is, node and all, is two lines for the binding once a colleague has written", () => {
  const { me, colleague } = threeLines();
  const last = me.state.doc.child(2);
  me.dispatch(me.state.tr.insert(me.state.doc.content.size, last));
  expect(me.state.doc.child(3) === me.state.doc.child(2)).toBe(true);
  colleague.dispatch(colleague.state.tr.insertText("她", 3));
  expect(linesOf(me.state.doc)).toEqual(["甲段她", "# 题", "丙段", "丙段"]);
  expect(me.state.doc.child(2) === last).toBe(true);
  expect(me.state.doc.child(3) === last).toBe(false);
});
