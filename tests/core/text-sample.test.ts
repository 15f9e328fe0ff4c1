import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { countDocument, minutes } from "@/core/text/count";
import { documentText } from "@/core/text/document-text";
import { importPlainText } from "@/core/text/import/plain-text";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";

const { document, numberingStyle } = archivesSpeech;
const blocks = document.content ?? [];

describe("the sample speech", () => {
  it("TX-20 is a valid document with every kind of block but lists, and about 6,000 characters", () => {
    Node.fromJSON(documentSchema(), document).check();
    const types = new Set(blocks.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      "byline",
      "dateLine",
      "heading",
      "paragraph",
      "quotation",
      "salutation",
      "table",
      "title",
    ]);
    const { characters, spokenUnits } = countDocument(document);
    expect(characters).toBeGreaterThan(5_500);
    expect(characters).toBeLessThan(6_500);
    expect(minutes(spokenUnits, 200)).toBeLessThan(32);
  });

  it("TX-20 has all four heading levels, numbered without a gap", () => {
    const outline = blocks.map(({ type, attrs }) => outlineBlock(type, attrs));
    const numbers = headingNumbers(outline, numberingStyle).filter((number) => number !== null);
    expect(numbers.join(" ")).toBe(
      "一、 （一） （二） （三） 二、 （一） 1. 2. 3. （1） （2） （3） （二） （三） 1. 2. 3. （四） " +
        "三、 （一） （二） （三） 1. 2. 3. （四） （五）",
    );
    expect(blocks.some(({ attrs }) => attrs?.runIn === true)).toBe(true);
  });

  it("TX-20 written as text and pasted again it keeps its outline", () => {
    const again = importPlainText(documentText(document, numberingStyle));
    const headings = (content: typeof blocks) =>
      content.filter(({ type }) => type === "heading").map(({ attrs }) => attrs);
    expect(headings(again.document.content ?? [])).toEqual(headings(blocks));
    expect(again.notices).toEqual([]);
  });
});
