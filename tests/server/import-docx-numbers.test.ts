/** Numbers that Word counts by itself, where they make no heading. */
import { describe, expect, it } from "vitest";
import { cellsOf, findings, item, level, linesOf, list, printed } from "../helpers/imported-lines";
import { p } from "../helpers/word-file";

const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
const empty = (properties: string) => `<w:p><w:pPr>${properties}</w:pPr></w:p>`;
const by = 'w:id="1" w:author="甲" w:date="2026-11-24T09:00:00Z"';

describe("in cells", () => {
  it("IM-61 a column of serial numbers that Word counts in empty cells has its numbers", () => {
    const table = (...rows: string[]) => `<w:tbl>${row(p("序号"), p("任务"))}${rows.join("")}</w:tbl>`;
    const two = (numId: number) =>
      table(row(empty(item(numId)), p("修堤")), row(empty(item(numId)), p("清淤")));
    const numbering = [
      list(1, level(0, "decimal", "%1")),
      list(2, level(0, "chineseCounting", "%1、")),
      list(3, level(0, "decimalZero", "%1")),
      list(4, level(0, "bullet", "•")),
    ].join("");
    const numbers = (numId: number) => cellsOf({ numbering, body: two(numId) }).map(([first]) => first);
    expect(numbers(1)).toEqual(["序号", "1", "2"]);
    expect(numbers(2)).toEqual(["序号", "一、", "二、"]);
    expect(numbers(3)).toEqual(["序号", "01", "02"]);
    expect(numbers(4)).toEqual(["序号", "", ""]);
  });

  it("IM-61 a number that would make a heading elsewhere begins the cell's line", () => {
    const numbering = list(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"));
    const cells = [p("加强领导", item(1)), p("落实经费", item(1, 1)), p("强化督查", item(1))];
    expect(cellsOf({ numbering, body: `<w:tbl>${row(...cells)}</w:tbl>` })).toEqual([
      ["一、加强领导", "一.1 落实经费", "二、强化督查"],
    ]);
  });

  it("IM-61 digits beside words stay a list's, and a number comes with its row", () => {
    const numbering = list(1, level(0, "decimal", "%1."), level(1, "chineseCounting", "%2、"));
    const inserted = `<w:tr><w:trPr><w:ins ${by}/></w:trPr>${cell(p("新", item(1, 1)))}</w:tr>`;
    const body = `<w:tbl>${row(p("修堤", item(1)))}${inserted}</w:tbl>`;
    expect(printed({ numbering, body })).toEqual(["1. 修堤", "一、新"]);
  });
});

describe("in quotations", () => {
  it("IM-61 a numbered quotation keeps its number as words", () => {
    const styles = '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>';
    const quoted = (numId: number) => `<w:pStyle w:val="q"/>${item(numId)}`;
    const numbering =
      list(1, level(0, "chineseCounting", "（%1）")) + list(2, level(0, "lowerLetter", "%1)"));
    const body = p("要学习。", quoted(1)) + p("要落实。", quoted(1)) + p("要检查。", quoted(2));
    expect(printed({ styles, numbering, body })).toEqual([
      "> （一）要学习。",
      "> （二）要落实。",
      "> a)要检查。",
    ]);
    expect(linesOf({ styles, numbering, body })).toHaveLength(1);
  });
});

describe("in our own files", () => {
  /** A file of ours is known by its styles. */
  const styles = [
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="SpeechSalutation"><w:name w:val="称谓"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="SpeechByline"><w:name w:val="讲话人"/></w:style>',
  ].join("");

  it("IM-62 a paragraph that Word numbers is a heading, what goes on as a list or plain stays so", () => {
    const numbering = [
      list(77, level(0, "chineseCountingThousand", "%1、", 2), level(1, "decimal", "%2.")),
      list(78, level(0, "decimal", "%1.")),
    ].join("");
    const body = [
      p("一、提高认识", '<w:pStyle w:val="Heading1"/>'),
      p("加强保障", item(77)),
      p("落实经费", item(77, 1)),
      p("新增正文。"),
      empty(item(77)),
      p("三、五年内要见成效。"),
      p("甲项", item(78)),
    ].join("");
    expect(linesOf({ styles, numbering, body })).toEqual([
      "heading 1: 提高认识",
      "heading 1: 加强保障",
      "heading 3: 落实经费",
      "paragraph: 新增正文。",
      "paragraph: ",
      "paragraph: 三、五年内要见成效。",
      "orderedList: ⏎",
    ]);
    expect(printed({ styles, numbering, body }).slice(0, 3)).toEqual([
      "一、提高认识",
      "二、加强保障",
      "1.落实经费",
    ]);
    expect(findings({ styles, numbering, body })).toEqual([]);
  });
});
