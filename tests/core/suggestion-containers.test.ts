/** What is proposed for lines in lists, quotations and cells, also where it came before they did. */
import type { Node } from "@tiptap/pm/model";
import { wrapInList } from "@tiptap/pm/schema-list";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { BREAK, INSERTION } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll, settle } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomSpeech } from "../helpers/random-speech";

const RUNS = 400;
const FORMS = ["title", "heading:1", "heading:3:run-in", "salutation", "paragraph"];
const schema = documentSchema();
const me = () => ({ id: newId(), person: newId(), at: 1 });

/** Kinds and breaks proposed anywhere, whatever may stand there. */
function proposedAnywhere(doc: Node, random: Random): Node {
  const { tr } = EditorState.create({ doc });
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (random.chance(0.4)) tr.setNodeAttribute(pos, "retyped", writeSlot(me(), random.pick(FORMS)));
    return false;
  });
  const lines: number[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) lines.push(pos + 1 + (node.firstChild?.isText ? 1 : 0));
    return !node.isTextblock;
  });
  for (const at of lines.reverse()) {
    if (!random.chance(0.3)) continue;
    tr.insert(at, schema.text(BREAK, [schema.mark(INSERTION, { ...me(), begins: random.pick(FORMS) })]));
  }
  return tr.doc;
}

const letters = (doc: Node) => doc.textContent.replaceAll(BREAK, "");

describe("proposals in containers", () => {
  it("SU-60 accepting loses no word that nobody proposed to delete, in whatever order, and rejecting gives the base", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const base = randomSpeech(random);
      const doc = proposedAnywhere(base, random);
      const accepted = acceptAll(doc);
      expect(letters(accepted), `SEED=${seed}`).toBe(letters(base));
      accepted.check();
      expect(listSuggestions(accepted), `SEED=${seed}`).toEqual([]);
      expect(rejectAll(doc).eq(base), `SEED=${seed}`).toBe(true);
      const ids = listSuggestions(doc).map(({ id }) => id);
      const order = random.chance(0.5) ? ids : [...ids].reverse();
      const one = order.reduce((now, id) => settle(now, (it) => (it.id === id ? "accept" : "keep")), doc);
      expect(letters(one), `SEED=${seed}`).toBe(letters(base));
      one.check();
    }
  });

  /** The document after a command in 修订. */
  function suggested(
    doc: Node,
    command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
  ): Node {
    let after: Node | null = null;
    const state = EditorState.create({ doc });
    command(state, (tr) => {
      after = tr.doc;
    });
    if (after === null) throw new Error("the command had no place");
    const { tr } = state;
    trackChange(tr, { after, author: me(), caret: 1, forward: false });
    return tr.doc;
  }

  it("SU-60 a list made in 修订 of a line with a proposed heading brings the line", () => {
    const line = schema.node("paragraph", null, schema.text("抓好落实"));
    const { tr } = EditorState.create({ doc: schema.node("doc", null, [line]) });
    const proposed = tr.setNodeAttribute(0, "retyped", writeSlot(me(), "heading:1")).doc;
    const list = schema.nodes.bulletList;
    if (list === undefined) throw new Error("no list");
    const doc = suggested(proposed, wrapInList(list));
    expect(acceptAll(doc).toString()).toBe('doc(bulletList(listItem(paragraph("抓好落实"))))');
    expect(rejectAll(doc).toString()).toBe('doc(paragraph("抓好落实"))');
  });

  it("SU-61 the kind of an own paragraph that somebody else wrote into directly is proposed, not changed", () => {
    const author = me();
    const own = schema.text("我写的", [schema.mark(INSERTION, { ...author, begins: null })]);
    const paragraph = schema.node("paragraph", { inserted: writeSlot(author) }, [
      own,
      schema.text("别人写的"),
    ]);
    const doc = schema.node("doc", null, [schema.node("paragraph", null, schema.text("首段")), paragraph]);
    const { tr } = EditorState.create({ doc });
    const after = tr.setNodeMarkup(4, schema.nodes.heading, { ...paragraph.attrs, level: 2 }).doc;
    const tracked = EditorState.create({ doc }).tr;
    trackChange(tracked, { after, author: { ...author, id: newId() }, caret: 5, forward: false });
    expect(rejectAll(tracked.doc).toString()).toBe(rejectAll(doc).toString());
    expect(acceptAll(tracked.doc).child(1).type.name).toBe("heading");
  });
});
