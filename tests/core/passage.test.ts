import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { findPassage, passagePattern } from "@/core/search/passage";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  marks: marks.map((type) => ({ type })),
});
const line = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const find = (block: DocumentNode, query: string) => findPassage(block, passagePattern(query));

it("VE-41 a passage is found where it stands, across marks, two characters on", () => {
  const block = line(text("我们要"), text("推动", "bold"), text("高质量发展。"));
  expect(find(block, "推动高")).toEqual([3, 4, 5]);
  expect(find(block, "发展")).toEqual([8, 9]);
  expect(find(block, "推进")).toBeNull();
});

it("VE-41 width, case and white space make no difference", () => {
  const block = line(text("ＧＤＰ增长　５％，Steady Growth"));
  expect(find(block, "gdp增长5%, steady\u00a0growth")).toHaveLength("gdp增长5%,steadygrowth".length);
  const list = { type: "bulletList", content: [line(text("第一")), line(text("第二"))] };
  expect(find(list, "一\n第二")).toEqual([1, 2, 3]);
});

it("VE-41 it is found as it reads with suggestions accepted and without them, and not as a mixture", () => {
  const block = line(text("要"), text("推动", "deletion"), text("推进", "insertion"), text("发展"));
  expect(find(block, "推进发展")).toEqual([3, 4, 5, 6]);
  expect(find(block, "推动发展")).toEqual([1, 2, 5, 6]);
  expect(find(block, "推动推进")).toBeNull();
});
