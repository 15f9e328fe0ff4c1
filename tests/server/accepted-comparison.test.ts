/** Two texts compared as they are signed: with all their suggestions accepted. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { afterEach, describe, expect, it } from "vitest";
import type { BlockOrigins } from "@/core/authors/origins";
import { changedCharacters } from "@/core/compare/changed-characters";
import { changesIn } from "@/core/compare/changes-in";
import { textLength } from "@/core/compare/placed-node";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { nodeText } from "@/core/text/count";
import { NOW } from "@/core/version";
import { acceptedSide } from "@/server/services/accepted-side";
import { acceptedDocument } from "@/server/services/accepted-text";
import { compareFile } from "@/server/services/compare-file";
import { speech } from "../editor/speech-state";
import { describeOnSqlite } from "../helpers/databases";
import { runSeed, seededRandom } from "../helpers/random";
import { randomEdit } from "../helpers/random-speech";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const TEXT = "我们要推动工作再上新台阶，取得新的更大的成效。";
const ADDED = "在全市范围内大张旗鼓地";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnSqlite("comparing with suggestions accepted", (database) => {
  async function open() {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { chief, speechId, signOffs } = office;
    const page = office.page(chief, "chief");
    await until(() => page.allSaved);
    page.write(TEXT);
    await until(() => page.allSaved);
    const leader = await office.addMember(chief, speechId, "suggester");
    const tablet = office.page(leader, "suggester");
    await until(() => tablet.fragment.length > 0);
    const suggest = async (edit: (tr: Transaction) => Transaction) => {
      suggestShared(tablet.doc, leader.id, edit);
      await until(() => tablet.allSaved);
    };
    const edit = async (change: () => void) => {
      change();
      await until(() => page.allSaved);
    };
    const sign = async () => {
      const { textHash } = await signOffs.text(leader, speechId);
      await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
    };
    const broken = async () => {
      const asked = (await signOffs.read(chief, speechId)).request?.asked[0];
      if (asked?.signOff == null) throw new Error("nobody signed");
      return { changed: asked.changedCharacters, version: asked.signOff.version };
    };
    await signOffs.request(chief, speechId, { people: [leader.id], inOrder: false, dueOn: null, note: "" });
    return { ...office, page, leader, suggest, edit, sign, broken };
  }

  it("VE-66 what is compared with all suggestions accepted is what was counted since a signature", async () => {
    const { page, leader, suggest, edit, sign, broken, ...office } = await open();
    const { chief, speechId, versions } = office;
    await suggest((tr) => tr.insertText(ADDED, 4));
    await suggest((tr) => tr.delete(26, 31));
    await sign();
    await edit(() => writeText(page.doc, acceptAll(textOf(page.doc))));
    await edit(() => editShared(page.doc, (tr) => tr.insertText("必须", 1)));
    const { changed, version } = await broken();
    expect(changed).toBe(2);
    const { before, comparison, counts, changers } = await versions.compare(leader, speechId, version, NOW);
    expect(changedCharacters(comparison.rows, before.content ?? [])).toBe(changed);
    expect([counts.added.characters, counts.deleted.characters]).toEqual([2, 0]);
    expect(changesIn(comparison.rows)).toHaveLength(1);
    expect(changers?.people.map(({ id }) => id)).toEqual([chief.id]);
    // As they are written it is another comparison.
    const written = await versions.compare(leader, speechId, version, NOW, { accepted: false });
    expect(changedCharacters(written.comparison.rows, written.before.content ?? [])).toBeGreaterThan(2);
    expect(nodeText(written.before)).toContain("新台阶");
  });

  it("VE-66 what is still proposed counts, as it does for a signature, and is its proposer's", async () => {
    const { leader, suggest, sign, broken, speechId, versions } = await open();
    await sign();
    await suggest((tr) => tr.insertText(ADDED, 4));
    const { changed, version } = await broken();
    expect(changed).toBe(ADDED.length);
    const compared = await versions.compare(leader, speechId, version, NOW);
    expect(compared.counts.added.characters).toBe(changed);
    expect(compared.changers).toMatchObject({ people: [{ id: leader.id }], byChange: [[0]] });
    expect(nodeText(compared.after)).toBe(`${TEXT.slice(0, 3)}${ADDED}${TEXT.slice(3)}`);
  });

  it("VE-66 a suggestion that is proposed and decided as it was counted is no change", async () => {
    const { chief, leader, page, suggest, edit, speechId, versions } = await open();
    await suggest((tr) => tr.delete(8, 13));
    const proposed = await versions.create(chief, speechId, { name: "征求意见稿", note: "" });
    const still = await versions.compare(leader, speechId, proposed.id, NOW);
    expect([still.hasSuggestions, changesIn(still.comparison.rows)]).toEqual([true, []]);
    await edit(() => writeText(page.doc, acceptAll(textOf(page.doc))));
    const accepted = await versions.compare(leader, speechId, proposed.id, NOW);
    expect([accepted.hasSuggestions, changesIn(accepted.comparison.rows)]).toEqual([true, []]);
    const kept = await versions.create(chief, speechId, { name: "送审稿", note: "" });
    const settled = await versions.compare(leader, speechId, kept.id, NOW);
    expect(settled.hasSuggestions).toBe(false);
    await edit(() => editShared(page.doc, (tr) => tr.insertText("必须", 1)));
    expect(await versions.compare(leader, speechId, kept.id, NOW)).toMatchObject({
      hasSuggestions: false,
      counts: { added: { characters: 2 } },
    });
  });

  it("VE-66 the figures of a version are those of the comparison that is shown", async () => {
    const { chief, leader, suggest, page, edit, speechId, versions } = await open();
    await suggest((tr) => tr.delete(8, 13));
    const first = await versions.create(chief, speechId, { name: "一", note: "" });
    await edit(() => editShared(page.doc, (tr) => tr.insertText("必须", 1)));
    const second = await versions.create(chief, speechId, { name: "二", note: "" });
    const { counts } = await versions.compare(leader, speechId, first.id, second.id);
    expect([second.added, second.deleted]).toEqual([counts.added.characters, counts.deleted.characters]);
    expect([second.added, second.deleted]).toEqual([2, 0]);
    await suggest((tr) => tr.delete(3, 5));
    const third = await versions.create(chief, speechId, { name: "三", note: "" });
    expect([third.added, third.deleted]).toEqual([0, 2]);
  });

  it("VE-66 a file is compared with the text as it went out, suggestions counted as accepted", async () => {
    const { suggest, page, speechId, parts } = await open();
    await suggest((tr) => tr.delete(8, 13));
    const out = acceptAll(textOf(page.doc)).toJSON() as DocumentNode;
    const returned = { document: out, numberingStyle: "nested" } as const;
    for (const side of ["before", "after"] as const) {
      const compared = await compareFile(parts, speechId, {
        text: returned,
        request: { with: NOW, side },
        numberingStyle: "nested",
      });
      expect([compared.hasSuggestions, changesIn(compared.comparison.rows)]).toEqual([true, []]);
    }
  });

  it("VE-44 counted as accepted, what is proposed is its proposer's, and other looks are still those of who gave them", async () => {
    const { chief, leader, page, suggest, edit, speechId, versions } = await open();
    await edit(() => writeText(page.doc, speech(["p", TEXT], ["p", "另一段也要抓好落实。"])));
    const before = await versions.create(chief, speechId, { name: "一", note: "" });
    const bold = (from: number, to: number) => (tr: Transaction) =>
      tr.addMark(from, to, tr.doc.type.schema.mark("bold"));
    await edit(() => editShared(page.doc, bold(TEXT.length + 3, TEXT.length + 6)));
    await edit(() => editShared(page.doc, bold(1, 3)));
    await suggest(bold(6, 8));
    await suggest((tr) => tr.delete(18, 21));
    const { changers, comparison, hasSuggestions } = await versions.compare(leader, speechId, before.id, NOW);
    expect(hasSuggestions).toBe(true);
    const names = changers?.byChange.map((by) => by.map((index) => changers.people[index]?.id));
    expect(changesIn(comparison.rows).map(({ kind }, index) => [kind, names?.[index]])).toEqual([
      ["reformatted", [chief.id]],
      ["reformatted", [leader.id]],
      ["deleted", [leader.id]],
      ["reformatted", [chief.id]],
    ]);
  });

  it("VE-44 counted as accepted, lines that it is proposed to join, or to take away empty, are their proposer's", async () => {
    const { chief, leader, page, suggest, edit, speechId, versions } = await open();
    const { nodes } = documentSchema();
    const items = ["一条", ""].map((text) => nodes.listItem?.create(null, speech(["p", text]).firstChild));
    const list =
      nodes.bulletList?.create(
        null,
        items.filter((item) => item !== undefined),
      ) ?? [];
    const lines = speech(["p", "甲段。"], ["p", "乙段。"], ["p", ""], ["p", TEXT]);
    await edit(() => writeText(page.doc, lines.copy(lines.content.append(Fragment.from(list)))));
    const before = await versions.create(chief, speechId, { name: "一", note: "" });
    const end = textOf(page.doc).content.size - 1;
    await suggest((tr) => tr.delete(end - 4, end)); // the item without words
    await suggest((tr) => tr.delete(10, 12));
    await suggest((tr) => tr.join(5));
    const { changers, comparison } = await versions.compare(leader, speechId, before.id, NOW);
    const names = changers?.byChange.map((by) => by.map((index) => changers.people[index]?.id));
    expect(changesIn(comparison.rows).map(({ kind }, index) => [kind, names?.[index]])).toEqual([
      ["joined", [leader.id]],
      ["deleted", [leader.id]],
      ["deleted", [leader.id]],
    ]);
  });
});

describe("a side with its suggestions accepted", () => {
  const [AUTHOR, OTHER] = ["a".repeat(20), "b".repeat(20)];
  let made = 0;

  it("VE-66 is the text that is signed, each letter from where it came, whatever was proposed", () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    let accepted = 0;
    for (let round = 0; round < 40; round += 1) {
      let doc = speech([1, "形势"], ["p", "我们要推动工作，争取成效。"], ["p", "GDP增长12%"], [2, "落实"]);
      for (let step = 0; step < 6; step += 1) doc = proposed(doc, random.pick([AUTHOR, OTHER]));
      const document = doc.toJSON() as DocumentNode;
      const side = {
        summary: null,
        document,
        stateVector: new Uint8Array(),
        origins: originsOf(document),
        come: [],
      };
      const { document: settled, origins } = acceptedSide(side);
      expect(settled).toEqual(acceptedDocument(document));
      if (origins !== side.origins) accepted += 1;
      const letters = (document.content ?? []).map(lettersOf);
      expect(origins?.map((block) => textFrom(block, letters))).toEqual(settled.content?.map(lettersOf));
    }
    expect(accepted).toBeGreaterThan(20);

    function proposed(doc: Node, person: string): Node {
      const tr = randomEdit(doc, random);
      if (tr === null) return doc;
      const { tr: tracked } = EditorState.create({ doc });
      const author = { id: `suggestion${String(++made).padStart(10, "0")}`, person, at: 1 };
      trackChange(tracked, { after: tr.doc, author, caret: tr.selection.head, forward: false });
      return tracked.doc;
    }
  });
});

const lettersOf = (node: DocumentNode): string =>
  node.type === "text" ? (node.text ?? "") : (node.content ?? []).map(lettersOf).join("");

/** The client of each letter is its block, the clock its place in it. */
function originsOf({ content = [] }: DocumentNode): BlockOrigins[] {
  return content.map((block, clientId) => ({
    letters: [{ clientId, clock: 0, length: textLength([block]) }],
    nodes: [],
    looks: [],
  }));
}

const textFrom = ({ letters }: BlockOrigins, blocks: readonly string[]) =>
  letters
    .map(({ clientId, clock, length }) => blocks[clientId]?.slice(clock ?? 0, (clock ?? 0) + length))
    .join("");
