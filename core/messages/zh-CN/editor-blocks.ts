/** What the kinds of block are called in the toolbar and the slash menu. */
export const blocks = {
  paragraph: "正文",
  title: "大标题",
  byline: "署名",
  dateLine: "日期",
  salutation: "称谓",
  heading1: "一级标题",
  heading2: "二级标题",
  heading3: "三级标题",
  heading4: "四级标题",
  quotation: "引文",
  bulletList: "项目符号",
  orderedList: "编号列表",
  table: "表格",
};

export const tableActions = {
  addRowBefore: "在上方插入行",
  addRowAfter: "在下方插入行",
  addColumnBefore: "在左侧插入列",
  addColumnAfter: "在右侧插入列",
  deleteRow: "删除行",
  deleteColumn: "删除列",
  toggleHeaderRow: "切换表头行",
  deleteTable: "删除表格",
};
