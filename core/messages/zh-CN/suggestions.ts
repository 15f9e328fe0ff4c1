export const suggestions = {
  tab: "修订",
  pending: (count: number) => `${count} 处待定`,
  mode: "修订",
  turnOn: "修订：改动都留下痕迹，由他人取舍",
  turnOff: "正在修订，点一下改为直接修改",
  always: "您的改动都以修订方式留下痕迹",
  locked: "主笔已锁定修订，您的改动都以修订方式留下痕迹",
  lock: "锁定修订",
  lockHint: "锁定以后，除主笔外所有人的改动都只能以修订方式留下痕迹，由主笔取舍。",
  view: "怎样显示修订",
  views: { marked: "显示修订", accepted: "修订后", original: "原文" },
  reading: {
    accepted: "这是接受全部修订以后的样子，只供阅读。",
    original: "这是修订以前的原文，只供阅读。",
  },
  backToMarked: "回到修订",
  none: "没有修订。按工具栏上的“修订”，之后的改动就会留下痕迹，由主笔取舍。",
  kinds: { insert: "增", delete: "删", replace: "改", format: "格式", block: "段落" },
  units: { table: "表格", tableRow: "表格的行" },
  becomes: (kind: string) => `改为${kind}`,
  looks: {
    bold: "加粗",
    "no-bold": "取消加粗",
    italic: "倾斜",
    "no-italic": "取消倾斜",
    stress: "重读",
    "no-stress": "取消重读",
    pinyin: "注音",
    "no-pinyin": "取消注音",
  },
  byPerson: "按人",
  everybody: (count: number) => `所有人（${count}）`,
  gone: "已不在稿子里的人",
  next: "下一处修订",
  previous: "上一处修订",
  accept: "接受",
  reject: "拒绝",
  withdraw: "撤回",
  decideAll: "全部取舍",
  comments: (count: number): string => (count === 0 ? "批注" : `批注（${count}）`),
  withReason: "附理由",
  acceptHere: "接受所选文字或本段的修订",
  rejectHere: "拒绝所选文字或本段的修订",
  noneHere: "这里没有可以取舍的修订。",
  decide: {
    title: (count: number) => `取舍这 ${count} 处修订？`,
    how: "怎样取舍",
    submit: { accept: (count: number) => `接受 ${count} 处`, reject: (count: number) => `拒绝 ${count} 处` },
    reason: "理由（可不填，会记在“已定”里）",
    done: {
      accept: (count: number) => `已接受 ${count} 处修订，可以撤销。`,
      reject: (count: number) => `已拒绝 ${count} 处修订，可以撤销。`,
    },
    gone: (count: number) => `有 ${count} 处已被别人处理，没有再取舍。`,
    reasonFailed: "取舍已经生效，理由没能保存，可以在“已定”里补写。",
  },
  late: {
    accepted: (by: string | null, text: string) =>
      by === null
        ? `${named(text)}已先被接受，您的取舍没有生效。`
        : `${by}已先接受${named(text)}，您的取舍没有生效。`,
    rejected: (by: string | null, text: string) =>
      by === null
        ? `${named(text)}已先被拒绝或撤回，您的取舍没有生效。`
        : `${by}已先拒绝${named(text)}，您的取舍没有生效。`,
    several: (by: string | null, count: number) =>
      `${by ?? "他人"}已先对 ${count} 处修订作了取舍，您的没有生效；结果见“已定”。`,
  },
  decided: {
    lists: "待定和已定",
    pending: "待定",
    decided: "已定",
    none: "还没有取舍过修订。",
    outcomes: { accepted: "已接受", rejected: "已拒绝", removed: "随正文改动", reopened: "撤销了取舍" },
    proposedBy: (name: string) => `${name}提出`,
    reason: "理由",
    addReason: "写理由",
    changeReason: "改理由",
    save: "保存",
    earlier: "更早的",
    notLoaded: "取舍记录没能读出来。",
    retry: "再试一次",
  },
  acceptShown: (count: number) => `全部接受（${count}）`,
  rejectShown: (count: number) => `全部拒绝（${count}）`,
};

const named = (text: string) => (text === "" ? "这处修订" : `修订“${text}”`);
