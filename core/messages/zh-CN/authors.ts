export const authors = {
  title: "各人写了多少",
  shade: "按作者给正文着色",
  scope: "统计和着色的范围",
  wholeSpeech: "全文",
  thisPart: "光标所在部分",
  beforeFirst: "第一个标题之前",
  person: "人员",
  characters: "字数",
  share: "占比",
  notSavedYet: "尚未保存",
  notKnownYet: "作者待查",
  empty: "这里还没有文字。",
};
