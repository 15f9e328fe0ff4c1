import type { ChangeCounts } from "../../compare/measure-comparison";
import type { VersionKind } from "../../version";

const kinds: Record<VersionKind, string> = {
  automatic: "自动版本",
  named: "存档版本",
  "before-change": "改动前留存",
  stage: "阶段版本",
};

/** 增 12 字 · 删 3 字: what isn't there isn't said. */
function counts({ added, deleted, moved, reformatted }: ChangeCounts): string[] {
  return [
    added.characters > 0 ? `增 ${added.characters} 字` : "",
    deleted.characters > 0 ? `删 ${deleted.characters} 字` : "",
    moved.characters > 0 ? `移 ${moved.characters} 字` : "",
    reformatted > 0 ? `格式 ${reformatted} 处` : "",
  ].filter((text) => text !== "");
}

export const versions = {
  title: "版本",
  hint: "写作停下来时自动留一版；要紧的稿子请自己存一版，起个名字，永远不会清掉。",
  open: "版本与花脸稿",
  backToSpeech: "回到稿件",
  keep: "存为版本",
  keepTitle: "把现在的文字存为版本",
  renameTitle: "给这一版命名",
  name: "名称",
  namePlaceholder: "如：二稿，送张主任审",
  note: "说明（可不填）",
  kept: (name: string) => `已存为版本“${name}”`,
  rename: "命名",
  timeline: "版本列表",
  now: "现在的文字",
  none: "还没有版本。",
  noneText: "停笔一会儿就会自动留一版，也可以现在自己存一版。",
  notLoaded: "版本没能读出来。",
  retry: "再试一次",
  kinds,
  madeBy: (name: string) => `${name}存`,
  restoredFrom: (time: string) => `恢复自 ${time} 的版本`,
  added: (count: string) => `增 ${count} 字`,
  deleted: (count: string) => `删 ${count} 字`,
  typed: (name: string, count: string) => `${name}改动 ${count} 字`,
  read: "正文",
  compare: "花脸稿",
  allVersions: "全部版本",
  chooseOne: "从左边选一版来读，或和现在的文字比一比。",
  from: "旧稿",
  to: "新稿",
  layout: "显示方式",
  merged: "合在一起",
  sides: "左右对照",
  print: "打印",
  blackAndWhite: "黑白",
  counts,
  identical: "两版的文字完全相同。",
  change: (current: number, total: number) =>
    current === 0 ? `共 ${total} 处改动` : `第 ${current} 处，共 ${total} 处`,
  next: "下一处改动",
  previous: "上一处改动",
  byPart: "分部分看",
  beginning: "开头",
  deletedPart: (heading: string) => `${heading}（已删）`,
  writers: (names: string) => `期间执笔：${names}`,
  movedAway: (text: string) => `移走：“${text}”`,
  movedHere: "移到这里",
  shapeChanged: (before: string, after: string) => `${before}改为${after}`,
  formatChanged: "格式有改动",
  restore: "恢复全文",
  restorePart: "恢复这一部分",
  restoreBlock: "恢复这一段",
  restoreTitle: (time: string) => `恢复 ${time} 的版本？`,
  restoreWhole: "稿件会变成这一版的样子。现在的文字先存为一版，随时可以恢复回来；同事可以继续写，不会断开。",
  restoreSome: "只有下面这一段会变回这一版的样子，其他文字不动。现在的文字先存为一版，随时可以恢复回来。",
  restored: "已恢复。恢复前的文字存在版本列表里。",
  characters: (count: string) => `${count} 字`,
};
