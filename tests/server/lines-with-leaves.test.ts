/** Other words in lines that have line breaks and cues in them. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { newDirectiveId, newPersonId, newSpeechId, newThreadId } from "@/core/ids";
import { acceptAll } from "@/core/review/settle";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { commentedWords } from "../helpers/commented-words";
import { directiveEditsOn } from "../helpers/directive-edits-on";
import { runSeed, seededRandom } from "../helpers/random";
import { editShared, textOf } from "../helpers/shared-edit";
import { addBefore } from "../helpers/text-edits";

const text = (words: string, thread?: string): DocumentNode => ({
  type: "text",
  text: words,
  ...(thread !== undefined && { marks: [{ type: "comment", attrs: { thread } }] }),
});
const BREAK: DocumentNode = { type: "hardBreak" };
const CUE: DocumentNode = { type: "cue", attrs: { kind: "pause" } };
const line = (...content: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content }],
});
const shared = (document: DocumentNode) => prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);

/** Two commented passages with the leaf between them, and a colleague who writes in the first at that moment. */
function openLine(leaf: DocumentNode) {
  const [first, second] = [newThreadId(), newThreadId()];
  const server = shared(line(text("各位同志，", first), leaf, text("推动工作。", second)));
  const colleague = new Y.Doc();
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(server));
  editShared(colleague, addBefore("同志", "老"));
  const meet = () => Y.applyUpdate(server, Y.encodeStateAsUpdate(colleague));
  const words = () => [first, second].map((thread) => commentedWords(documentIn(server), thread));
  return { server, meet, words };
}

const LEAVES = [
  ["a line break", BREAK, "\n"],
  ["a cue", CUE, ""],
] as const;

describe("words that come right behind a leaf of a line", () => {
  it.each(LEAVES)(
    "VE-21 brought back behind %s they leave the line's comments and typing in place",
    (_what, leaf) => {
      const { server, meet, words } = openLine(leaf);
      server.transact(() => restoreInto(server, line(text("各位同志，"), leaf, text("大力推动工作。")), {}));
      expect(words()).toEqual(["各位同志，", "推动工作。"]);
      meet();
      expect(textOf(server).textContent).toBe("各位老同志，大力推动工作。");
      expect(words()).toEqual(["各位老同志，", "推动工作。"]);
    },
  );

  it.each(LEAVES)(
    "LV-02 worded anew by a leader behind %s they leave the rest as it is",
    async (_what, leaf, read) => {
      const { server, meet, words } = openLine(leaf);
      const block = `各位同志，${read}推动工作。`;
      const place = { block: 0, text: block, from: block.length - 5, to: block.length };
      const [speech, person] = [newSpeechId(), newPersonId()];
      const suggestion = { id: newDirectiveId(), person, at: 1 };
      const wanted = { place, wording: "大力推动工作。", suggestion, earlier: [] };
      await directiveEditsOn(server).propose(speech, person, wanted);
      meet();
      expect(acceptAll(textOf(server)).textContent).toBe("各位老同志，大力推动工作。");
      expect(words()).toEqual(["各位老同志，", "推动工作。"]);
    },
  );
});

const seed = runSeed();

it(`VE-21 words that come beside others in lines with leaves leave every comment where it is (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  let behindLeaf = 0;
  for (let round = 0; round < 60; round += 1) {
    const [now, version]: DocumentNode[][] = [[], []];
    const standing: [string, string][] = [];
    for (let at = 0; at < 6; at += 1) {
      const leaf = at > 0 && random.chance(0.5) ? random.pick([BREAK, CUE]) : null;
      const [words, thread] = [`第${"一二三四五六"[at]}件事，`, newThreadId()];
      const added = random.chance(0.5) ? [text("另外，")] : [];
      if (leaf !== null && added.length > 0) behindLeaf += 1;
      now?.push(...(leaf === null ? [] : [leaf]), text(words, thread));
      version?.push(...(leaf === null ? [] : [leaf]), ...added, text(words));
      standing.push([thread, words]);
    }
    const doc = shared(line(...(now ?? [])));
    const target = line(...(version ?? []));
    doc.transact(() => restoreInto(doc, target, {}));
    expect(canonicalDocument(documentIn(doc))).toEqual(canonicalDocument(target));
    const kept = standing.map(([thread]) => [thread, commentedWords(documentIn(doc), thread)]);
    expect(kept).toEqual(standing);
  }
  expect(behindLeaf).toBeGreaterThan(0);
});
