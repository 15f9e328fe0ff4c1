/** Tables. A cell that spans rows stands in each of them in the file, and once in the document. */
import type { DocumentNode } from "@/core/document/schema";
import { columnShares } from "../table-columns";
import { tableTextSize } from "../table-size";
import { innerLines, revisionOf } from "./blocks";
import type { DocxContext } from "./context";
import { twipsOfMm } from "./measures";
import { paragraph } from "./paragraph";
import { type BlockRevision, NO_REVISION, type RunLook } from "./run";
import { type TableRowLayout, tableLayout } from "./table-layout";
import { joined, type Xml, xml } from "./xml";

export function tableXml(context: DocxContext, table: DocumentNode, around: BlockRevision): Xml {
  const block = revisionOf(table, around);
  const { columns, rows } = tableLayout(table);
  const size = tableTextSize(context.paper, columns);
  const widths = columnWidths(context, table, columns);
  // Only where the styles don't say so already.
  const look = size === context.paper.tableSize ? {} : { size };
  return joined([
    xml(
      "w:tbl",
      {},
      xml(
        "w:tblPr",
        {},
        xml("w:tblStyle", { "w:val": "TableGrid" }),
        // Fiftieths of a percent: as wide as the text.
        xml("w:tblW", { "w:w": 5000, "w:type": "pct" }),
        xml("w:tblLook", { "w:val": "04A0" }),
      ),
      // LibreOffice takes columns without a width for none, and draws merged cells over the wrong ones.
      xml("w:tblGrid", {}, ...widths.map((width) => xml("w:gridCol", { "w:w": width }))),
      ...rows.map((row) => rowXml(context, row, revisionOf(row.node, block), { look, size, widths })),
    ),
    // Word joins tables that follow each other without a paragraph between; it comes and goes with them.
    paragraph(context, { style: "TableText", mark: block, content: joined([]) }),
  ]);
}

/** Twips. Of a table whose cells are in each other's way all alike. */
function columnWidths({ paper }: DocxContext, table: DocumentNode, columns: number): readonly number[] {
  const width = twipsOfMm(paper.page.width - paper.margins.left - paper.margins.right);
  const shares = columnShares(table, paper);
  const used = shares.length === columns ? shares : Array<number>(columns).fill(1 / columns);
  return used.map((share) => Math.floor(width * share));
}

function rowXml(
  context: DocxContext,
  { cells }: TableRowLayout,
  block: BlockRevision,
  {
    look,
    size: cell,
    widths,
  }: {
    readonly look: Pick<RunLook, "size">;
    readonly size: number;
    /** Of the columns. */
    readonly widths: readonly number[];
  },
): Xml {
  let column = 0;
  const widthOf = (columns: number) => {
    const own = widths.slice(column, column + columns);
    column += columns;
    return own.reduce((sum, width) => sum + width, 0);
  };
  const isHead = cells.length > 0 && cells.every(({ node }) => node.type === "tableHeader");
  return xml(
    "w:tr",
    {},
    xml(
      "w:trPr",
      {},
      xml("w:cantSplit"),
      isHead ? xml("w:tblHeader") : null,
      block.inserted === null ? null : xml("w:ins", context.revision(block.inserted)),
      block.removed === null ? null : xml("w:del", context.revision(block.removed)),
    ),
    ...cells.map(({ node, columns, merge }) =>
      xml(
        "w:tc",
        {},
        xml(
          "w:tcPr",
          {},
          xml("w:tcW", { "w:w": widthOf(columns), "w:type": "dxa" }),
          columns > 1 ? xml("w:gridSpan", { "w:val": columns }) : null,
          merge === null ? null : xml("w:vMerge", { "w:val": merge }),
          xml("w:vAlign", { "w:val": "center" }),
        ),
        merge === "continue"
          ? paragraph(context, { style: "TableText", ...look, mark: NO_REVISION, content: joined([]) })
          : innerLines(
              context,
              node.content ?? [],
              revisionOf(node, block),
              node.type === "tableHeader"
                ? { style: "TableHead", face: { font: "hei", ...look }, cell }
                : { style: "TableText", face: { font: "body", ...look }, cell },
            ),
      ),
    ),
  );
}
