/** The editor's texts; whoever builds a part of the editor adds its keys here and in English. */
export const editor = {
  outline: "提纲",
  page: "稿纸",
  panel: "侧栏",
};
