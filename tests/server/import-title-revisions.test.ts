/** Titles of two paragraphs in which something is proposed. */
import { describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { readDocx } from "@/server/import/docx/read-docx";
import { r, wordFile } from "../helpers/word-file";

const BY = 'w:id="1" w:author="王五" w:date="2026-03-01T09:00:00Z"';
const struck = (text: string) => `<w:del ${BY}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const typed = (text: string) => `<w:ins ${BY}>${r(text)}</w:ins>`;
const line = (content: string, styled = "", end: "" | "ins" | "del" = "") =>
  `<w:p><w:pPr>${styled}<w:jc w:val="center"/><w:rPr>${end === "" ? "" : `<w:${end} ${BY}/>`}</w:rPr></w:pPr>${content}</w:p>`;
const TITLE = '<w:pStyle w:val="T"/>';
const SUBTITLE = '<w:pStyle w:val="S"/>';
const styles =
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/></w:style>';
const NAME = line(r("市委书记　张三"));

/** Kind and text of each line, with all accepted and with all rejected. */
function decided(document: DocumentNode): string[][] {
  const node = documentSchema().nodeFromJSON(document);
  return [acceptAll(node), rejectAll(node)].map((settled) =>
    ((settled.toJSON() as DocumentNode).content ?? []).map(
      ({ type, content = [] }) => `${type}: ${content.map(({ text }) => text ?? "⏎").join("")}`,
    ),
  );
}
const ofWord = (...lines: string[]) => decided(readDocx(wordFile({ body: lines.join(""), styles })).document);

const NAME_LINE = "byline: 市委书记　张三";
const BOTH = ["title: 在全市工作会议上的讲话⏎——稳中求进", NAME_LINE];

describe("a title of two paragraphs", () => {
  it("IM-17 what is proposed of the words before its break isn't proposed of the break", () => {
    const second = line(r("——稳中求进"), SUBTITLE);
    const first = (change: string) => line(r("在全市工作会议上的讲话") + change, TITLE);
    const draft = ["title: 在全市工作会议上的讲话（送审稿）⏎——稳中求进", NAME_LINE];
    expect(ofWord(first(struck("（送审稿）")), second, NAME)).toEqual([BOTH, draft]);
    expect(ofWord(first(typed("（送审稿）")), second, NAME)).toEqual([draft, BOTH]);
  });
});
