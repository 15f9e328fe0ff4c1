/** Numbers that Word counts by itself, where they make no heading. */
import { describe, expect, it } from "vitest";
import {
  cellsOf,
  findings,
  importWord,
  item,
  level,
  linesOf,
  list,
  printed,
} from "../helpers/imported-lines";
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

describe("by a style of lists", () => {
  const linked = (id: number) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="Office"/></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const styled = (id: number, ...levels: string[]) =>
    list(id, '<w:styleLink w:val="Office"/>', ...levels) + linked(id + 1) + linked(id + 2);
  const names = (numId: number) =>
    `<w:style w:type="numbering" w:styleId="Office"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr></w:pPr></w:style>`;
  const numbering = styled(5, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."));
  const body = [
    p("提高认识", item(6)),
    p("学习", item(6, 1)),
    p("落实", item(7, 1)),
    p("加强领导", item(5)),
  ].join("");

  it("IM-67 its levels number what is in it, and count together", () => {
    const lines = ["一、提高认识", "1、学习", "2、落实", "二、加强领导"];
    expect(printed({ styles: names(5), numbering, body })).toEqual(lines);
    expect(printed({ numbering, body })).toEqual(lines);
  });

  it("IM-67 styles that name each other end", () => {
    expect(linesOf({ styles: names(6), numbering: linked(6), body: p("甲", item(6)) })).toEqual([
      "bulletList: ⏎",
    ]);
  });
});

describe("in another form than here", () => {
  const told = (numbering: string, body: string, styles?: string) =>
    importWord({ numbering, body, styles }).findings.map(({ kind, where }) => `${kind} ${where.join("|")}`);
  const two = (numId: number, at = 0) => p("甲", item(numId, at)) + p("乙", item(numId, at)) + p("正文。");

  it("IM-84 is told with the number that the file has, once for each list", () => {
    const forms = [
      ["decimalEnclosedCircleChinese", "%1", "① → 1. 甲"],
      ["decimal", "（%1）", "（1） → 1. 甲"],
      ["decimalZero", "%1", "01 → 1. 甲"],
      ["lowerLetter", "%1)", "a) → a. 甲"],
    ] as const;
    for (const [format, text, words] of forms) {
      expect(told(list(1, level(0, format, text)), two(1))).toEqual([`renumbered ${words}`]);
    }
    for (const [format, text] of [
      ["decimal", "%1"],
      ["decimal", "%1．"],
      ["decimal", "%1、"],
      ["upperLetter", "%1"],
    ] as const) {
      expect(told(list(1, level(0, format, text)), two(1))).toEqual([]);
    }
    const levels = list(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"));
    expect(told(levels, p("甲", item(1)) + two(1, 1))).toEqual(["renumbered 1.1 → 1. 甲"]);
    const cells = `<w:tbl><w:tr><w:tc>${two(1)}</w:tc><w:tc>${two(1)}</w:tc></w:tr></w:tbl>`;
    expect(told(list(1, level(0, "decimal", "%1)")), cells)).toEqual(["renumbered 1) → 1. 甲"]);
  });

  it("IM-84 so is a heading's, and where its place is another the number of the file is named", () => {
    const numbering = [
      list(1, level(0, "ideographTraditional", "%1、")),
      list(2, level(0, "chineseLegalSimplified", "%1、", 10)),
      list(3, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")),
    ].join("");
    expect(told(numbering, two(1) + two(2))).toEqual([
      "renumbered 壹拾、 → 三、 甲|壹拾壹、 → 四、 乙|甲、 → 一、 甲",
    ]);
    const styles = [1, 2].map(
      (at) =>
        `<w:style w:type="paragraph" w:styleId="h${at}"><w:name w:val="heading ${at}"/><w:pPr>${item(3, at - 1)}</w:pPr></w:style>`,
    );
    const body = p("甲", '<w:pStyle w:val="h1"/>') + p("乙", '<w:pStyle w:val="h2"/>');
    expect(told(numbering, body, styles.join(""))).toEqual(["renumbered 1 → 一、 甲|1.1 → （一） 乙"]);
    expect(told(list(1, level(0, "chineseCounting", "(%1)")), p("一、甲") + two(1))).toEqual([]);
  });

  it("IM-61 a cell's number is written as Word writes it", () => {
    const cells = ["ideographZodiac", "decimalEnclosedParen", "ideographDigital"].map((format) => {
      const numbering = list(1, level(0, format, "%1", 10));
      return cellsOf({ numbering, body: `<w:tbl>${row(empty(item(1)))}</w:tbl>` })[0]?.[0];
    });
    expect(cells).toEqual(["酉", "⑽", "一〇"]);
  });
});

describe("counted on under another number", () => {
  const restarted = (numId: number, start: number) =>
    `<w:num w:numId="${numId}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`;
  const numbering = list(1, level(0, "decimal", "%1.")) + restarted(2, 1) + restarted(3, 3);

  it("IM-67 a list whose first item begins it anew, as LibreOffice writes each, is one", () => {
    const body = [p("甲", item(2)), p("乙", item(1)), p("丙", item(1)), p("正文。")].join("");
    expect(linesOf({ numbering, body })).toHaveLength(2);
    expect(printed({ numbering, body })).toEqual(["1. 甲", "2. 乙", "3. 丙", "正文。"]);
  });

  it("IM-67 one that begins anew itself is another, whatever its number", () => {
    const body = [p("甲", item(2)), p("乙", item(1)), p("丙", item(3)), p("丁", item(1))].join("");
    expect(linesOf({ numbering, body })).toHaveLength(2);
    expect(printed({ numbering, body })).toEqual(["1. 甲", "2. 乙", "3. 丙", "4. 丁"]);
  });
});

describe("levels that go on counting", () => {
  const restarts = (at: number, text: string, after: number) =>
    level(at, "decimal", text).replace("<w:numFmt", `<w:lvlRestart w:val="${after}"/><w:numFmt`);

  it("IM-100 a level that the file never begins anew has the file's numbers", () => {
    const body = [
      p("甲", item(1)),
      p("子", item(1, 1)),
      p("丑", item(1, 1)),
      p("乙", item(1)),
      p("寅", item(1, 1)),
    ];
    const counted = (second: string) =>
      printed({ numbering: list(1, level(0, "decimal", "%1."), second), body: body.join("") });
    expect(counted(restarts(1, "%2.", 0)).at(-1)).toBe("   3. 寅");
    expect(counted(level(1, "decimal", "%2.")).at(-1)).toBe("   1. 寅");
  });

  it("IM-100 so has one that begins anew behind the highest level alone, and a heading's number is told", () => {
    const numbering = list(
      1,
      level(0, "chineseCounting", "%1、"),
      level(1, "chineseCounting", "（%2）"),
      restarts(2, "%3.", 1),
    );
    const body = [
      p("甲", item(1)),
      p("子", item(1, 1)),
      p("一", item(1, 2)),
      p("丑", item(1, 1)),
      p("二", item(1, 2)),
      p("乙", item(1)),
      p("寅", item(1, 1)),
      p("三", item(1, 2)),
    ].join("");
    expect(importWord({ numbering, body }).findings).toEqual([
      { kind: "renumbered", count: 1, where: ["2. → 1. 二"] },
    ]);
  });
});
