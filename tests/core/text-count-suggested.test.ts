/** What counts of a text in which something is proposed: the same in the page and on the server. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { readOutline } from "@/components/editor/outline/read-outline";
import type { DocumentNode } from "@/core/document/schema";
import { acceptAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { countDocument } from "@/core/text/count";
import { linesOf, speech } from "../editor/speech-state";
import { runSeed, seededRandom } from "../helpers/random";
import { randomEdit } from "../helpers/random-speech";

const [AUTHOR, OTHER] = ["a".repeat(20), "b".repeat(20)];
let made = 0;

function suggested(doc: Node, edit: (tr: Transaction) => Transaction | null, person = AUTHOR): Node {
  const before = EditorState.create({ doc });
  const after = edit(EditorState.create({ doc }).tr);
  if (after === null) return doc;
  made += 1;
  const author = { id: `suggestion${String(made).padStart(10, "0")}`, person, at: made };
  const { tr } = before;
  trackChange(tr, { after: after.doc, author, caret: after.selection.head, forward: false });
  return tr.doc;
}

const inPage = (doc: Node) => {
  const { characters, spokenUnits } = readOutline(doc, []);
  return { characters, spokenUnits };
};
const onServer = (doc: Node) => countDocument(doc.toJSON() as DocumentNode);

describe("counting text with suggestions", () => {
  it("SU-48 struck words, paragraphs and headings aren't counted, proposed ones are; so are those of a part", () => {
    const doc = speech([1, "形势"], ["p", "我们要推动工作"], [1, "要求"], ["p", "抓落实"]);
    const replaced = suggested(doc, (tr) => tr.insertText("大力推进各项", 8, 10));
    expect(onServer(replaced)).toEqual(onServer(acceptAll(replaced)));
    expect(onServer(replaced).characters).toBe(16 - 2 + 6 - 2);
    const { parts } = readOutline(replaced, []);
    expect(parts.map(({ characters }) => characters)).toEqual([13, 5]);
    const gone = suggested(replaced, (tr) => tr.delete(doc.child(0).nodeSize, tr.doc.content.size), OTHER);
    expect(linesOf(acceptAll(gone))).toEqual(["# 形势"]);
    for (const counts of [inPage(gone), onServer(gone)]) expect(counts.characters).toBe(2);
  });

  it("SU-48 whatever is proposed by two people, page and server count what accepting all would leave", () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    for (let round = 0; round < 25; round += 1) {
      let doc = speech([1, "形势"], ["p", "我们要推动工作，争取成效。"], ["p", "GDP增长12%"], [2, "落实"]);
      for (let step = 0; step < 6; step += 1) {
        doc = suggested(doc, () => randomEdit(doc, random), random.pick([AUTHOR, OTHER]));
      }
      expect(inPage(doc)).toEqual(onServer(doc));
    }
  });
});
