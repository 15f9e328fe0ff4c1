/** Whose change it is that a line stands empty. */
import { expect, it } from "vitest";
import { changesIn } from "@/core/compare/changes-in";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { NOW } from "@/core/version";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { remove } from "../helpers/text-edits";
import { versionOffices } from "../helpers/version-offices";
import { typeLine } from "../helpers/version-typing";

const LINES = ["推动高质量发展。", "农村公路实行路长制。"] as const;
const [FIRST, SECOND] = LINES;

const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const inside = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
const item = (...content: DocumentNode[]) => inside("listItem", ...content);

/** A block of both lines, by what the second of them is. */
const NESTED: readonly (readonly [line: string, block: DocumentNode])[] = [
  ["an item of a list", inside("bulletList", ...LINES.map((words) => item(paragraph(words))))],
  [
    "the line of an item within one",
    inside("bulletList", item(paragraph(FIRST), inside("bulletList", item(paragraph(SECOND))))),
  ],
  [
    "a cell of a table",
    inside("table", inside("tableRow", ...LINES.map((words) => inside("tableCell", paragraph(words))))),
  ],
  ["a line of a quotation", inside("quotation", ...LINES.map(paragraph))],
];

const offices = versionOffices();

describeOnBoth("a line that was emptied", (database) => {
  async function open() {
    const office = await offices.open(database);
    const { chief, speechId } = office;
    return { ...office, office, editor: await office.addMember(chief, speechId, "editor") };
  }

  it("VE-44 a line that was emptied and stays is known by who emptied it, not by who once began it", async () => {
    const { office, versions, chief, speechId, editor } = await open();
    for (const line of LINES) await typeLine(office, chief, line);
    const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
    const page = office.page(editor);
    await until(() => page.allSaved);
    editShared(page.doc, remove(SECOND));
    await until(() => page.allSaved);
    page.disconnect();
    const { changers } = await versions.compare(chief, speechId, first.id, NOW);
    expect(changers?.people.map(({ id }) => id)).toEqual([editor.id]);
    // The words that went, and the empty line.
    expect(changers?.byChange).toEqual([[0], [0]]);
  });

  it.each(NESTED)(
    "VE-44 %s that was emptied and stays is of who emptied it, and of nobody else who took words of the block",
    async (_, block) => {
      const { office, versions, chief, speechId, editor } = await open();
      const writing = office.page(chief, "chief");
      await until(() => writing.allSaved);
      editShared(writing.doc, (tr) => tr.insert(0, documentSchema().nodeFromJSON(block)));
      await until(() => writing.allSaved);
      const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
      editShared(writing.doc, remove("高质量"));
      await until(() => writing.allSaved);
      writing.disconnect();
      const page = office.page(editor);
      await until(() => page.allSaved);
      editShared(page.doc, remove(SECOND));
      await until(() => page.allSaved);
      page.disconnect();
      const { changers, comparison } = await versions.compare(chief, speechId, first.id, NOW);
      const people = changers?.people.map(({ id }) => id) ?? [];
      const named = changesIn(comparison.rows).map(({ kind }, at) => [
        kind,
        ...(changers?.byChange[at] ?? []).map((person) => people[person]),
      ]);
      expect(named).toEqual([
        ["deleted", chief.id],
        ["deleted", editor.id],
        ["added", editor.id],
      ]);
    },
  );
});
