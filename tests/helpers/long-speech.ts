/**
 * Random speeches of many pages as a leader gives them, with headings, lists, quotations and many marks. Without digits
 * and Latin letters, beside which LibreOffice 7.4 puts blanks whatever the file says (docs/decisions/35), and without
 * dots, which it parts at the end of a line.
 */
import type { DocumentNode } from "@/core/document/schema";
import type { Random } from "./random";

const WORDS =
  "我们 要 持续 推动 推进 高质量 发展 工作 落实 责任 会议 强调 群众 服务 和 的 各级 干部 坚持 问题 导向 完善 机制 提升 能力 档案 数字化 切实 进一步 全面 基层 治理 水平 重点".split(
    " ",
  );

export function longSpeech(characters: number, random: Random): DocumentNode {
  const content = [line("title", "在全市高质量发展推进会上的讲话"), line("salutation", "同志们：")];
  for (let written = 0; written < characters; ) {
    const block = blockOf(random);
    written += JSON.stringify(block).match(/[^!-~]/g)?.length ?? 0;
    content.push(block);
  }
  return { type: "doc", content };
}

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const line = (type: string, words: string): DocumentNode => ({ type, content: [text(words)] });
const several = (random: Random, least: number, more: number, make: () => string): string[] =>
  Array.from({ length: least + random.below(more) }, make);

function blockOf(random: Random): DocumentNode {
  const dice = random.next();
  const words = several(random, 2, 6, () => sentence(random)).join("");
  if (dice < 0.08) {
    return { ...line("heading", phrase(random)), attrs: { level: 1, runIn: false } };
  }
  if (dice < 0.2) {
    return { ...line("heading", `${phrase(random)}。${words}`), attrs: { level: 2, runIn: true } };
  }
  if (dice < 0.24) {
    const items = several(random, 2, 3, () => sentence(random));
    const content = items.map((item) => ({ type: "listItem", content: [line("paragraph", item)] }));
    return { type: "bulletList", content };
  }
  if (dice < 0.27) return { type: "quotation", content: [line("paragraph", words)] };
  if (dice < 0.4) {
    const from = 1 + random.below(words.length - 2);
    const bold = { ...text(words.slice(from, from + 9)), marks: [{ type: "bold" }] };
    const rest = words.slice(from + 9);
    const content = [text(words.slice(0, from)), bold, ...(rest === "" ? [] : [text(rest)])];
    return { type: "paragraph", content };
  }
  return line("paragraph", words);
}

function sentence(random: Random): string {
  const more = several(random, 0, 5, () => random.pick(["，", "，", "，", "；", "："]) + phrase(random));
  return phrase(random) + more.join("") + (random.chance(0.05) ? "！" : "。");
}

function phrase(random: Random): string {
  const words = several(random, 2, 5, () => random.pick(WORDS)).join("");
  const dice = random.next();
  if (dice < 0.08) return `“${words}”`;
  if (dice < 0.12) return `${words}（${random.pick(WORDS)}）`;
  if (dice < 0.16) return `《${words}》`;
  return dice < 0.24 ? `${words}、${random.pick(WORDS)}` : words;
}
