/** A few lines that show what a layout does; written for this product, like every sample. */
export const paperSample = {
  title: "在全市档案工作会议上的讲话",
  byline: "市委常委、秘书长　×××",
  salutation: "同志们：",
  heading: "一、认清形势任务",
  lead: "（一）工作基础更加扎实。",
  body: "档案工作是一项基础性工作。各级各部门要把思想统一到会议精神上来，把责任落实到具体岗位。",
  third: "1.抓好收集",
  /** How headings of the levels begin. */
  numbers: ["一、", "（一）", "1.", "（1）"],
} as const;
