import { chineseNumeral } from "../../text/numerals";

export const stages = {
  move: (stage: string) => `${stage}，转到别的阶段`,
  title: "转阶段",
  stage: "转到",
  nextDraft: (stage: string) => `${stage}（再出一稿）`,
  note: "说明（可不填）",
  noteHint: "谁在什么时候前做什么，如：请办公室各处周五前反馈意见",
  reason: "解除定稿的理由",
  locks: "定稿后谁都不能再改文字，只能批注；只有主笔能解除，并要写明理由。",
  submit: "转阶段",
  moved: (stage: string, draft: number) => `已转到${stage}，留存为${chineseNumeral(draft)}稿`,
  draft: (stage: string, draft: number) => `${stage}・${chineseNumeral(draft)}稿`,
  final: "已经定稿，文字不能再改。需要改动时，请主笔解除定稿。",
};
