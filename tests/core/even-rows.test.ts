/** Rows of one table are as long as one another, however they came. */
import { TableMap } from "@tiptap/pm/tables";
import { expect, it } from "vitest";
import { evenRows, withEvenRows } from "@/core/document/even-rows";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { seededRandom } from "../helpers/random";

const cell = (text: string, attrs = {}): DocumentNode => ({
  type: "tableCell",
  attrs,
  content: [{ type: "paragraph", ...(text === "" ? {} : { content: [{ type: "text", text }] }) }],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
const table = (...content: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "table", content }, { type: "paragraph" }],
});

it("ED-82 rows that are shorter get the cells that they lack, and a cell that reaches too far is cut", () => {
  expect(withEvenRows(table(row(cell("甲"), cell("乙", { rowspan: 5 })), row(cell("丙")), row()))).toEqual(
    table(
      row(cell("甲", { colspan: 1, rowspan: 1 }), cell("乙", { colspan: 1, rowspan: 3 })),
      row(cell("丙", { colspan: 1, rowspan: 1 })),
      row({ type: "tableCell", content: [{ type: "paragraph" }] }),
    ),
  );
  const even = table(row(cell("甲", { colspan: 2 })), row(cell("乙"), cell("丙")));
  expect(withEvenRows(even)).toBe(even);
});

it("ED-82 whatever cells a table has, its rows are even afterwards, with every word in its place in the order", () => {
  const random = seededRandom(20261129);
  let mended = 0;
  for (let run = 0; run < 400; run += 1) {
    let word = 0;
    const rows = Array.from({ length: random.below(5) + 1 }, () =>
      row(
        ...Array.from({ length: random.below(5) }, () =>
          cell(`${word++}`, { colspan: random.below(3) + 1, rowspan: random.below(4) + 1 }),
        ),
      ),
    );
    const before = table(...rows);
    const after = withEvenRows(before);
    if (after !== before) mended += 1;
    const [was, is] = [before, after].map((document) => documentSchema().nodeFromJSON(document));
    is?.check();
    expect(is?.textContent).toBe(was?.textContent);
    expect(evenRows(after.content?.[0] ?? after)).toBeNull();
    const map = is && TableMap.get(is.child(0));
    expect(map?.problems, JSON.stringify(before)).toBeNull();
  }
  expect(mended).toBeGreaterThan(100);
});

it("ED-82 a table that would get more cells than anybody means stays as it is", () => {
  const wide = row(...Array.from({ length: 500 }, () => cell("")));
  const document = table(wide, ...Array.from({ length: 500 }, () => row(cell(""))));
  expect(withEvenRows(document)).toBe(document);
});
