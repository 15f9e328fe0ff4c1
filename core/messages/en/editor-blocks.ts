import type { blocks as zhBlocks, tableActions as zhTableActions } from "../zh-CN/editor-blocks";

export const blocks: typeof zhBlocks = {
  paragraph: "Body text",
  title: "Title",
  byline: "Byline",
  dateLine: "Date line",
  salutation: "Salutation",
  heading1: "Heading 1",
  heading2: "Heading 2",
  heading3: "Heading 3",
  heading4: "Heading 4",
  quotation: "Quotation",
  bulletList: "Bulleted list",
  orderedList: "Numbered list",
  table: "Table",
};

export const tableActions: typeof zhTableActions = {
  addRowBefore: "Insert row above",
  addRowAfter: "Insert row below",
  addColumnBefore: "Insert column left",
  addColumnAfter: "Insert column right",
  deleteRow: "Delete row",
  deleteColumn: "Delete column",
  toggleHeaderRow: "Toggle header row",
  deleteTable: "Delete table",
};
