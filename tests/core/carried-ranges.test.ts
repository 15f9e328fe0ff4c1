import { describe, expect, it } from "vitest";
import { carriedRanges } from "@/core/compare/carried-ranges";
import type { DocumentNode } from "@/core/document/schema";
import { newId } from "@/core/new-id";

const thread = newId();
const marks = [{ type: "comment", attrs: { thread } }];
const plain = (text: string): DocumentNode => ({ type: "text", text });
const commented = (text: string): DocumentNode => ({ type: "text", text, marks });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const list = (...items: DocumentNode[][]): DocumentNode => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

/** The words of the second document that carry the thread, each with the way to its line. */
function carried(from: DocumentNode, to: DocumentNode): (readonly [path: string, words: string])[] {
  return carriedRanges(from, to).map((range) => {
    expect(range.thread).toBe(thread);
    const line = range.path.reduce<DocumentNode | undefined>((node, index) => node?.content?.[index], to);
    const text = (line?.content ?? []).map((node) => node.text ?? "\n").join("");
    return [range.path.join("/"), text.slice(range.from, range.to)];
  });
}

describe("comments of a text from elsewhere", () => {
  const from = doc(
    paragraph(plain("第一段的话。")),
    paragraph(plain("要抓好"), commented("各项落实"), plain("工作。")),
  );

  it("IM-44 stand on the same words where text was added before them and around them", () => {
    const to = doc(
      paragraph(plain("新的开头。")),
      paragraph(plain("第一段的话。")),
      paragraph(plain("同志们，要抓好"), plain("各项落实"), plain("的工作。")),
    );
    expect(carried(from, to)).toEqual([["2", "各项落实"]]);
  });

  it("IM-44 keep what is left of their words, and none where all are gone", () => {
    const some = doc(paragraph(plain("第一段的话。")), paragraph(plain("要抓好落实工作。")));
    expect(carried(from, some)).toEqual([["1", "落实"]]);
    const none = doc(paragraph(plain("第一段的话。")), paragraph(plain("要抓好工作。")));
    expect(carried(from, none)).toEqual([]);
    expect(carried(from, doc(paragraph(plain("第一段的话。"))))).toEqual([]);
  });

  it("IM-44 go along with a paragraph that moved, and into lists and lines with breaks", () => {
    const long = "这一段的话比较长，移到别处也认得出来，因为它和别的段落都不一样。";
    const other = "另一段也有不少的话，它留在原来的地方，一个字都没有改动过。";
    const moved = doc(paragraph(commented(long)), paragraph(plain(other)), paragraph(plain("结尾的一段。")));
    const to = doc(paragraph(plain(other)), paragraph(plain("结尾的一段。")), paragraph(plain(long)));
    expect(carried(moved, to)).toEqual([["2", long]]);

    const item = paragraph(plain("甲"), { type: "hardBreak" }, commented("乙方的意见"), plain("丙"));
    const inList = doc(list([paragraph(plain("一条"))], [item]));
    const after = paragraph(plain("甲"), { type: "hardBreak" }, plain("乙方的意见"), plain("丙丁"));
    expect(carried(inList, inList)).toEqual([["0/1/0", "乙方的意见"]]);
    expect(carried(inList, doc(list([paragraph(plain("一条"))], [after])))).toEqual([
      ["0/1/0", "乙方的意见"],
    ]);
  });

  it("IM-44 go along with a paragraph that became a list's item, words changed in it or not, and the other way round", () => {
    const closing = paragraph(commented("结尾的一段话。"));
    const listed = (text: string) =>
      doc(
        list([paragraph(plain("第一段的话。"))], [paragraph(plain(text))]),
        paragraph(plain("结尾的一段话。")),
      );
    const commentedText = doc(...(from.content ?? []), closing);
    expect(carried(commentedText, listed("要抓好各项落实工作。"))).toEqual([
      ["0/1/0", "各项落实"],
      ["1", "结尾的一段话。"],
    ]);
    expect(carried(commentedText, listed("一定要抓好各项落实工作。"))[0]).toEqual(["0/1/0", "各项落实"]);
    const inList = doc(list([paragraph(plain("第一段的话。"))], [paragraph(commented("要抓好落实工作。"))]));
    const out = doc(list([paragraph(plain("第一段的话。"))]), paragraph(plain("要抓好落实工作。")));
    expect(carried(inList, out)).toEqual([["1", "要抓好落实工作。"]]);
  });
});
