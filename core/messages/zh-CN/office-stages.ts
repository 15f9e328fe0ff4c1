/** 阶段设置, for the administrator. */
export const officeStages = {
  title: "阶段",
  text: "本单位写稿要过的几道：怎么叫，先后如何，每一道要做什么。定稿总在最后，到了定稿谁都不能再改文字。",
  list: "各阶段",
  name: (stage: string) => `“${stage}”的叫法`,
  expects: "要做的事（可不填）",
  expectsHint: "转到这一阶段时先写在说明里，主笔可以改。",
  up: (stage: string) => `${stage}往前移`,
  down: (stage: string) => `${stage}往后移`,
  sameName: "和别的阶段重名",
  saved: "已保存，重新打开的页面用新的叫法。",
};
