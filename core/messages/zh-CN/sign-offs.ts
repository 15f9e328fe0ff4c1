import type { FinalBlocker, SignOffAnswer, SignOffState } from "../../sign-off";
import { dayText } from "../day-text";

const answers: Record<SignOffAnswer, string> = {
  agreed: "同意",
  "agreed-with-changes": "修改后同意",
  returned: "退回",
};

const states: Record<SignOffState, string> = {
  waiting: "待前面签批",
  asked: "待签批",
  signed: "已签批",
  broken: "签批失效",
  returned: "已退回",
};

const blockers: Record<FinalBlocker, (count: number) => string> = {
  "nobody-asked": () => "还没有送审：本单位定稿前要有人签批",
  "sign-offs": (count) => `还有 ${count} 人没有对现在的文字签批`,
  suggestions: (count) => `还有 ${count} 处修订没有处理`,
  directives: (count) => `还有 ${count} 条领导意见没有落实`,
  threads: (count) => `签批人的 ${count} 条批注没有办结`,
  placeholders: (count) => `正文里还有 ${count} 处待填，如 ××、20xx年、【待补】`,
};

/** 送审 and 签批. */
export const signOffs = {
  answers,
  states,
  blockers,
  title: "签批",
  request: "送审",
  requestAnew: "重新送审",
  requestTitle: "送审",
  requestHint: "现在的文字留存为送审稿，请下面的人签批。",
  people: "签批人",
  peopleHint: "只看不评的成员不能签批，可先在“成员”里改他的权限。",
  order: "签批方式",
  inOrder: "依次签批",
  atOnce: "同时签批",
  inOrderHint: "按上面选择的先后，前一位签批后才轮到后一位。",
  dueOn: "请于何日前签批",
  note: "说明（可不填）",
  sent: (people: string) => `已送审，请${people}签批`,
  withdraw: "撤回送审",
  withdrawn: "已撤回送审",
  due: (day: string) => `${dayText(day, "zh-CN")}前签批`,
  none: "还没有送审。",
  allSigned: "全部签批",
  signedText: (hash: string) => `看所签的文字（${hash}）`,
  signedOf: (signed: number, all: number) => `已签批 ${signed}/${all}`,
  ended: { returned: "已退回，修改后请重新送审。", withdrawn: "送审已撤回。" },
  broken: (characters: number) =>
    characters === 0 ? "格式或位置有改动，签批失效" : `已改动 ${characters} 字，签批失效`,
  brokenFor: (names: string) => `${names}要重新签批。`,
  stop: "。",
  returnedBy: (name: string, opinion: string) => `${name}退回：${opinion}`,
  seeChanges: "看改动",
  asksYou: (name: string) => `${name}请您签批这份稿子。`,
  asksYouAgain: "请您看过改动再签。",
  goSign: "去签批",
  page: "签批",
  pageTitle: "签批稿",
  accepted: "显示的是全部修订接受后的文字，签批的就是这些文字。",
  loading: "正在打开……",
  readNew: "看新的文字",
  opinion: "意见",
  opinionPlaceholder: "退回、修改后同意要写明意见；同意可以不写",
  opinionRequired: "退回请写明意见",
  changesRequired: "请写明要改什么，或先在正文里改、作批示；不用改就选“同意”",
  opinionAnswered: "写的意见列为领导意见，落实以前不能定稿。",
  confirm: (answer: string) => `您的意见是“${answer}”，签批的是上面这些文字。`,
  submit: (answer: string) => `签批：${answer}`,
  done: (answer: string) => `已签批：${answer}`,
  yours: (answer: string) => `您已签批：${answer}`,
  notAsked: "这份稿子没有请您签批，您可以阅读。",
  waiting: "还没有轮到您签批，前面的同志签批后会轮到您。",
  backToText: "回到稿件",
  blocked: "还不能定稿",
  blockersChanged: "您看过以后又有变化，下面是现在的情况。请看过再写理由或改理由，已写的还在。",
  overrideReason: (what: string) => `${what}，仍要定稿的理由`,
  overrideHint: "主笔写明理由后可以定稿，理由留在办理记录里。",
};
