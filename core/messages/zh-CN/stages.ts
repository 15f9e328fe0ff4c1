import { chineseNumeral } from "../../text/numerals";
import { dayText } from "../day-text";

export const stages = {
  /** Above what was said for the stage and who is to do what. */
  section: "阶段与分工",
  move: (stage: string) => `${stage}，转到别的阶段`,
  title: "转阶段",
  stage: "转到",
  nextDraft: (stage: string) => `${stage}（再出一稿）`,
  note: "说明（可不填）",
  noteHint:
    "对大家说的，如：请各处对照上次讲话提意见。写在侧栏“稿件”的“阶段与分工”里，打开稿子就能看到，不另发消息",
  tasks: "分工（可不填）",
  tasksHint: "谁在什么时候前做什么。要通知谁，就写谁：写到的人会收到消息。",
  addTask: "加一个人",
  removeTask: (number: number) => `删去第 ${number} 项分工`,
  taskPerson: (number: number) => `第 ${number} 项分工：谁`,
  taskWhat: (number: number) => `第 ${number} 项分工：做什么`,
  taskDue: (number: number) => `第 ${number} 项分工：什么时候前`,
  taskPersonPlaceholder: "谁",
  taskWhatPlaceholder: "做什么，如：核对数据",
  task: (name: string, what: string, day: string | null) =>
    `${name}：${what}${day === null ? "" : `（${dayText(day, "zh-CN")}前）`}`,
  taskDueOn: (day: string) => `${dayText(day, "zh-CN")}前`,
  tasksIncomplete: "每项分工都要写明谁、做什么",
  tasksShown: "分工",
  overdue: (day: string) => `${dayText(day, "zh-CN")}前，已逾期`,
  reason: "解除定稿的理由",
  locks: "定稿后谁都不能再改文字，只能批注；只有主笔能解除，并要写明理由。",
  submit: "转阶段",
  moved: (stage: string, draft: number) => `已转到${stage}，留存为${chineseNumeral(draft)}稿`,
  movedSince: (draft: string) => `打开这个窗口以后，稿件已经转到${draft}。`,
  notMoved: "有人先转了阶段，这次没有转。还要转的话，请关掉这个窗口重新打开。",
  draft: (stage: string, draft: number) => `${stage}·${chineseNumeral(draft)}稿`,
  final: (mayMove: boolean) => `已经定稿，文字不能再改。需要改动时，请${mayMove ? "先" : "主笔"}解除定稿。`,
  unlock: "解除定稿",
};
