import type { Role } from "../../access";
import type { NumberingStyle, StageNames } from "../../speech";

const roles: Record<Role, string> = {
  viewer: "查看",
  commenter: "批注",
  suggester: "修订",
  editor: "编辑",
  chief: "主笔",
};

const roleHints: Record<Role, string> = {
  viewer: "只能阅读",
  commenter: "阅读，并写批注",
  suggester: "以修订方式提出改动",
  editor: "直接修改稿子",
  chief: "修改稿子，管理成员和归档",
};

const stages: StageNames = {
  outline: "提纲",
  draft: "初稿",
  consultation: "征求意见稿",
  review: "送审稿",
  final: "定稿",
};

const numberingStyles: Record<NumberingStyle, string> = {
  nested: "一、（一）1.（1）",
  flat: "一、1、（1）",
};

/** The words for a speech that the home page and the editor share. */
export const speech = {
  roles,
  roleHints,
  newStage: "新设的阶段",
  stages,
  numberingStyles,
  title: "标题",
  speaker: "讲话人",
  occasion: "场合",
  dueOn: "交稿日期",
  stage: "阶段",
  numberingStyle: "标题编号",
  charactersPerMinute: "语速（字/分钟）",
  characters: (count: string) => `${count} 字`,
  minutes: (count: number) => `约 ${count} 分钟`,
  untitled: "未命名的讲话稿",
};
