import type { DirectiveState } from "../../directive";
import type { DecisionOutcome } from "../../review/decision";
import { dayText } from "../day-text";

const directiveStates: Record<DirectiveState, string> = {
  open: "重新打开了您的意见",
  asked: "就您的意见请示",
  done: "已落实您的意见",
  withdrawn: "撤回了意见",
};
const outcomes: Record<DecisionOutcome, (count: number) => string> = {
  accepted: (count) => `接受了您的修订 ${count} 处`,
  rejected: (count) => `拒绝了您的修订 ${count} 处`,
  removed: (count) => `删去了您的修订所在的文字 ${count} 处`,
  reopened: (count) => `撤销了对您修订的取舍 ${count} 处`,
};

const changed = (characters: number) =>
  characters === 0 ? "签批后格式或位置有改动" : `签批后改动了 ${characters} 字`;

/** 消息. What is told stands as a sentence behind the name of who did it. */
export const inbox = {
  title: "消息",
  open: (unread: number) => (unread === 0 ? "消息" : `消息，${unread} 条未读`),
  none: "还没有消息。有人提到您、回复您、请您签批，都会列在这里。",
  markAll: "全部标为已读",
  unread: "未读",
  gone: "这份稿子您已不能查看",
  mention: "提到了您",
  reply: "回复了您参与的批注",
  review: "请您签批",
  reviewBy: (day: string) => `请您在${dayText(day, "zh-CN")}前签批`,
  task: "给您安排了分工",
  taskBy: (day: string) => `给您安排了分工，请在${dayText(day, "zh-CN")}前完成`,
  signedOff: (answer: string) => `签批：${answer}`,
  brokenOwn: (characters: number, again: boolean) =>
    `${again ? "请您重新签批：" : "送您签批的稿子"}${changed(characters)}，您的签批失效`,
  brokenOthers: (characters: number, signatures: number) =>
    `${signatures === 1 ? "" : `等 ${signatures} 人`}签批失效：${changed(characters)}`,
  directive: "对稿子有意见",
  directiveStates,
  outcomes,
  and: "，",
  role: (role: string) => `把您的权限设为“${role}”`,
  removed: (title: string) => `把您移出了《${title}》`,
  mailTitle: "邮件提醒",
  mailAddress: "邮箱地址",
  mailSwitch: "有未读消息时发邮件告诉我",
  mailHint: "一段时间内的消息合成一封；您在页面上看过的不再发。",
  mailUnavailable: "这台服务器没有设置邮件，先记下您的地址。",
  save: "保存",
  saved: "已保存",
  mail: {
    subject: (count: number) => `合稿：${count} 条新消息`,
    greeting: (name: string) => `${name}：`,
    about: "您在合稿里有新的消息：",
    earlier: (count: number) => `（更早的 ${count} 条没有列出。）`,
    line: (actor: string, what: string) => `${actor}${what}`,
    onSpeech: (title: string) => `《${title}》`,
    said: (text: string) => `“${text}”`,
    open: "打开消息",
    foot: "在合稿的“消息”里可以改邮箱地址，或者不再接收邮件。",
  },
};
