/** Speeches that nobody here wrote, where this machine has them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Node } from "@tiptap/pm/model";
import { beforeEach, describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { ClassifyOptions } from "@/core/text/import/classify";
import { importPlainText } from "@/core/text/import/plain-text";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import { NO_REAL_DATA, realData } from "../helpers/real-data";

const { path: folder, missing } = realData("speeches");

function read(file: string, options?: ClassifyOptions) {
  const imported = importPlainText(readFileSync(join(folder, file), "utf8"), options);
  Node.fromJSON(documentSchema(), imported.document).check();
  const blocks = imported.document.content ?? [];
  const outline = blocks.map(({ type, attrs }) => outlineBlock(type, attrs));
  return { ...imported, blocks, numbers: headingNumbers(outline, imported.numberingStyle) };
}

describe("real speeches", () => {
  beforeEach((context) => context.skip(missing, NO_REAL_DATA));

  it("TX-15 three training speeches on one web page give three titled parts with their headings", () => {
    const { blocks, numbers, notices } = read("three-training-speeches.txt");
    const parts: { type: string; headings: string[] }[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.type === "title") parts.push({ type: "title", headings: [] });
      const number = numbers[index];
      if (number != null) parts.at(-1)?.headings.push(number + (block.attrs?.runIn ? "r" : ""));
    }
    const runIn = (numbersText: string) => numbersText.split(" ").map((number) => `${number}r`);
    expect(parts.map(({ headings }) => headings)).toEqual([
      [
        "一、",
        ...runIn("（一） （二） （三）"),
        "二、",
        ...runIn("（一） （二） （三）"),
        "三、",
        ...runIn("（一） （二） （三） （四）"),
      ],
      ["一、", ...runIn("1. 2. 3. 4."), "二、", ...runIn("1. 2. 3."), "三、", ...runIn("1. 2. 3.")],
      runIn("1. 2. 3."),
    ]);
    expect(blocks.filter(({ type }) => type === "salutation")).toHaveLength(3);
    expect(notices.map(({ from, to }) => [from, to])).toEqual([["2、", "3."]]);
    expect([0, 1, -1].map((index) => blocks.at(index)?.type)).toEqual([
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
  });

  it("TX-15 they are three titled parts too when they are pasted below the words of a speech", () => {
    const { blocks } = read("three-training-speeches.txt", { numberingStyle: "nested" });
    expect(blocks).toEqual(read("three-training-speeches.txt").blocks);
  });

  it("TX-14 every government work report has one title, its speaker and its salutation", () => {
    const reports = readdirSync(folder).filter((file) => file.endsWith("工作报告.txt"));
    expect(reports.length).toBeGreaterThan(0);
    for (const file of reports) {
      const { blocks } = read(file);
      const head = blocks.filter(({ type }) => ["title", "byline", "salutation"].includes(type));
      expect(head.map(({ type }) => type)).toEqual(["title", "byline", "salutation"]);
      expect(blocks.indexOf(head[2] ?? head[0] ?? { type: "" })).toBeLessThan(4);
    }
  });

  it("TX-10 every line of a report that begins with a Chinese number is a heading with that number", () => {
    for (const file of readdirSync(folder).filter((name) => /^20.*txt$/.test(name))) {
      const typed = readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(line));
      const { blocks, numbers, notices } = read(file);
      const shown = blocks.flatMap((block, index) => {
        const isNumbered = block.type === "heading" && Number(block.attrs?.level) < 3;
        return isNumbered ? [`${numbers[index]}${nodeText(block)}`] : [];
      });
      const renumbered = new Map(
        notices.map(({ block, from, to }) => [to + nodeText(blocks[block] ?? { type: "" }), from]),
      );
      expect(
        shown.map((line) =>
          renumbered.has(line) ? line.replace(/^[^、）]+[、）]/, renumbered.get(line) ?? "") : line,
        ),
      ).toEqual(typed);
    }
  });
});
