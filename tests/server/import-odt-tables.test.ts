/** Tables of an .odt that are proposed to go. */
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { readOdt } from "@/server/import/odt/read-odt";
import { odtFile, paragraph, region } from "../helpers/odt-file";

it("IM-96 a struck table is proposed to go with its rows, wherever the stretch begins and ends", () => {
  const table = `<table:table><table:table-row><table:table-cell>${paragraph("格")}</table:table-cell></table:table-row></table:table>`;
  const decided = (content: string, body: string) => {
    const changes = `<text:tracked-changes>${region("c1", "deletion", "王五", content)}</text:tracked-changes>`;
    const { document, findings: told } = readOdt(odtFile({ body: changes + body }));
    const doc = documentSchema().nodeFromJSON(document);
    const texts = [acceptAll(doc), rejectAll(doc)].map((node) => node.children.map(String));
    return [...texts, told.map(({ kind }) => kind)];
  };
  const [mark, lines] = [`<text:change text:change-id="c1"/>`, [paragraph("前"), paragraph("后")] as const];
  const was = 'table(tableRow(tableCell(paragraph("格"))))';
  expect(decided(paragraph("整段") + table, lines.join(mark))).toEqual([
    ['paragraph("前")', 'paragraph("后")'],
    ['paragraph("前")', 'paragraph("整段")', was, 'paragraph("后")'],
    [],
  ]);
  // A table stands between them: that they'd be one line is told.
  const within = paragraph(`前${mark}后`);
  expect(decided(paragraph("半段") + table + paragraph("另半"), within)).toEqual([
    ['paragraph("前")', 'paragraph("后")'],
    ['paragraph("前半段")', was, 'paragraph("另半后")'],
    ["tracked-join"],
  ]);
});
