/** Which words a leader's points come to stand on where others read the same. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { newDirectiveSchema } from "@/core/directive-requests";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { newDirectiveId, newPersonId, newSpeechId, newThreadId } from "@/core/ids";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { amongEqual } from "@/core/review/reading-place";
import { documentIn } from "@/server/sync/snapshot";
import { commentedWords } from "../helpers/commented-words";
import { directiveEditsOn } from "../helpers/directive-edits-on";
import { textOf } from "../helpers/shared-edit";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [p(text)] });
const table = (...rows: readonly (readonly string[])[]): DocumentNode => ({
  type: "table",
  content: rows.map((cells) => ({ type: "tableRow", content: cells.map(cell) })),
});
const shared = (...content: DocumentNode[]) =>
  prosemirrorJSONToYDoc(documentSchema(), { type: "doc", content }, FRAGMENT);
const textsOf = (doc: ReturnType<typeof shared>) => acceptedBlocks(textOf(doc)).map(({ text }) => text);

const READ = [
  ["供水", "合格"],
  ["学校", "合格"],
  ["公路", "合格"],
] as const;
/** The n-th block, whole, as it is read in this table. */
function placeIn(rows: readonly (readonly string[])[], block: number) {
  const texts = rows.flat();
  const text = texts[block] ?? "";
  return { block, text, from: 0, to: text.length, alike: 3, among: amongEqual(texts, block) };
}

it("LV-82 in a table whose cells read the same other words come to the row that was meant, whatever rows are added", async () => {
  const now = shared(table(["项目", "结论"], ["医院", "优秀"], ...READ));
  const place = placeIn(READ, 3); // 学校
  const suggestion = { id: newDirectiveId(), person: newPersonId(), at: 1 };
  const wanted = { place, wording: "不合格", suggestion, earlier: [] };
  await directiveEditsOn(now).propose(newSpeechId(), suggestion.person, wanted);
  const said = ["项目", "结论", "医院", "优秀", "供水", "合格", "学校", "不合格", "公路", "合格"];
  expect(textsOf(now)).toEqual(said);
});

it("LV-82 once the cell that was meant changed, what is wanted of it is done to none of its like", async () => {
  const now = shared(table(["供水", "合格"], ["学校", "基本合格"], ["公路", "合格"]));
  const [speech, person, thread] = [newSpeechId(), newPersonId(), newThreadId()];
  const changed = { code: "text-changed" };
  const edits = directiveEditsOn(now);
  await expect(edits.mark(speech, person, thread, placeIn(READ, 3))).rejects.toMatchObject(changed);
  expect(commentedWords(documentIn(now), thread)).toBe("");
  const suggestion = { id: newDirectiveId(), person, at: 1 };
  const wanted = { place: placeIn(READ, 3), wording: "不合格", suggestion, earlier: [] };
  await expect(edits.propose(speech, person, wanted)).rejects.toMatchObject(changed);
  expect(textsOf(now)).toEqual(["供水", "合格", "学校", "基本合格", "公路", "合格"]);
});

it("LV-82 a question about a rewording that was taken over stands on its words where nothing else reads so", async () => {
  const about = { id: newDirectiveId(), quote: "不合格", wording: "合格" };
  const ask = async (...content: DocumentNode[]) => {
    const [doc, thread] = [shared(...content), newThreadId()];
    const isMarked = await directiveEditsOn(doc).markRewording(newSpeechId(), newPersonId(), thread, about);
    return [isMarked, commentedWords(documentIn(doc), thread)];
  };
  expect(await ask(p("供水"), p("合格"))).toEqual([true, "合格"]);
  expect(await ask(p("供水合格了"))).toEqual([true, "合格"]);
  expect(await ask(p("合格"), p("学校"), p("合格"))).toEqual([false, ""]);
  expect(await ask(p("合格"), p("学校都合格"))).toEqual([false, ""]);
});

it("LV-82 a page says which of several it means, one of an earlier release doesn't, and what can't be is refused", () => {
  const sent = (place: object) =>
    newDirectiveSchema.safeParse({ id: newDirectiveId(), kind: "instruction", body: "请核", place });
  const { among, ...unsaid } = placeIn(READ, 3);
  expect(sent({ ...unsaid, among }).data?.place.among).toEqual({ nth: 1, of: 3 });
  expect(sent(unsaid).success).toBe(true);
  expect(sent({ ...unsaid, among: { nth: 3, of: 3 } }).success).toBe(false);
});
