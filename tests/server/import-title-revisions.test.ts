/** Titles of two paragraphs in which something is proposed, in Word files and .odt. */
import { describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { readDocx } from "@/server/import/docx/read-docx";
import { readOdt } from "@/server/import/odt/read-odt";
import { odtFile, paragraph, region, style } from "../helpers/odt-file";
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
const FIRST = line(r("在全市工作会议上的讲话"), TITLE);
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
const ALONE = ["title: 在全市工作会议上的讲话", NAME_LINE];
const BOTH = ["title: 在全市工作会议上的讲话⏎——稳中求进", NAME_LINE];

describe("a title of two paragraphs", () => {
  it.each([
    ["by its style", SUBTITLE],
    ["in the middle", ""],
  ])(
    "IM-17 a second line of it, known %s, that is struck or new with its end takes no other with it",
    (_, styled) => {
      expect(ofWord(FIRST, line(struck("——稳中求进"), styled, "del"), NAME)).toEqual([ALONE, BOTH]);
      expect(ofWord(FIRST, line(typed("——稳中求进"), styled, "ins"), NAME)).toEqual([BOTH, ALONE]);
    },
  );

  it("IM-17 one that is struck in part goes on in the line below, one that was parted goes back into it", () => {
    const rest = line(r("——稳中") + struck("求进"), SUBTITLE, "del");
    expect(ofWord(FIRST, rest, NAME)).toEqual([["title: 在全市工作会议上的讲话⏎——稳中市委书记　张三"], BOTH]);
    const parted = line(r("——稳中求进"), SUBTITLE, "ins");
    expect(ofWord(FIRST, parted, NAME)).toEqual([
      BOTH,
      ["title: 在全市工作会议上的讲话⏎——稳中求进市委书记　张三"],
    ]);
  });

  it("IM-17 what is proposed of the words before its break isn't proposed of the break", () => {
    const second = line(r("——稳中求进"), SUBTITLE);
    const first = (change: string) => line(r("在全市工作会议上的讲话") + change, TITLE);
    const draft = ["title: 在全市工作会议上的讲话（送审稿）⏎——稳中求进", NAME_LINE];
    expect(ofWord(first(struck("（送审稿）")), second, NAME)).toEqual([BOTH, draft]);
    expect(ofWord(first(typed("（送审稿）")), second, NAME)).toEqual([draft, BOTH]);
  });

  it("IM-87 a second line that is struck in an .odt takes the name below it along no more", () => {
    const centred = (name: string, shown: string) =>
      style(
        name,
        '<style:paragraph-properties fo:text-align="center"/>',
        "paragraph",
        `style:display-name="${shown}"`,
      );
    const file = {
      styles: centred("T", "Title") + centred("S", "Subtitle") + centred("C", "Centred"),
      body: [
        "<text:tracked-changes>",
        region("c1", "deletion", "王五", paragraph("——稳中求进", "S") + paragraph("", "C")),
        "</text:tracked-changes>",
        paragraph("在全市工作会议上的讲话", "T"),
        paragraph('<text:change text:change-id="c1"/>市委书记　张三', "C"),
      ].join(""),
    };
    expect(decided(readOdt(odtFile(file)).document)).toEqual([ALONE, BOTH]);
  });
});
