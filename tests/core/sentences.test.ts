import { expect, it } from "vitest";
import { sentenceParts } from "@/core/text/sentences";

const cut = (text: string, most = 100) => {
  let from = 0;
  return sentenceParts(text, most).map(({ end }) => {
    const piece = text.slice(from, end);
    from = end;
    return piece;
  });
};

it("RC-10 a line is cut behind sentences, their closing marks and cues included", () => {
  expect(cut("同志们：今天开会。会上说“抓落实！”\u2060下面讲三点。")).toEqual([
    "同志们：今天开会。",
    "会上说“抓落实！”\u2060",
    "下面讲三点。",
  ]);
  expect(cut("增长12.6%。没有完的一句")).toEqual(["增长12.6%。", "没有完的一句"]);
  expect(cut("")).toEqual([]);
});

it("RC-10 a sentence longer than a page goes on behind a clause, and never within a number or a character", () => {
  const long = `${"持续推动高质量发展，".repeat(3)}完成。`;
  expect(cut(long, 12)).toEqual([
    "持续推动高质量发展，",
    "持续推动高质量发展，",
    "持续推动高质量发展，",
    "完成。",
  ]);
  const pieces = cut(`${"字".repeat(9)}20261126${"𠮷".repeat(6)}`, 12);
  expect(pieces.join("")).toBe(`${"字".repeat(9)}20261126${"𠮷".repeat(6)}`);
  expect(pieces.some((piece) => piece.includes("20261126"))).toBe(true);
  for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
});

it("RC-10 a cut within a sentence spares numbers with commas, numerals and the titles of documents", () => {
  const clause = "各县市区和有关部门按照统一部署扎实推进重点项目建设";
  const number = `全年${clause.repeat(3)}累计达到1,234,567.89万元比上年增长百分之十二点六其中${clause.repeat(4)}。`;
  const title = "《关于进一步全面深化改革、推进中国式现代化的决定》";
  const titles = `${title.repeat(20)}。`;
  for (let most = 30; most < 110; most += 1) {
    const [numbers, documents] = [cut(number, most), cut(titles, most)];
    expect([numbers.join(""), documents.join("")]).toEqual([number, titles]);
    for (const whole of ["1,234,567.89", "百分之十二点六"]) {
      expect(
        numbers.some((piece) => piece.includes(whole)),
        `${most}: ${whole}`,
      ).toBe(true);
    }
    for (const piece of documents) expect(piece, String(most)).toMatch(/^(?:《[^《》]*》)+。?$/);
    for (const piece of [...numbers, ...documents]) expect(piece.length).toBeLessThanOrEqual(most);
  }
});

it("RC-10 an abbreviation in the middle of an English sentence doesn't end it", () => {
  expect(cut("We meet at 3.30 p.m. in the U.S. Embassy. Then we dine.")).toEqual([
    "We meet at 3.30 p.m. in the U.S. Embassy. ",
    "Then we dine.",
  ]);
});

it("RC-10 times, ratios, spans, dates and numbers of either width are whole on one page, and so are words", () => {
  const wholes = [
    "14：30",
    "3：1",
    "１，２３４",
    "１２３４５６７８９０",
    "2026年11月28日",
    "5~10",
    "2021—2025",
    "12 345.6",
    "2,345,678",
  ];
  const before = "各县市区和有关部门按照统一部署扎实推进重点项目建设";
  const text = `${wholes.map((whole) => `${before}在${whole}之间`).join("")}。`;
  for (let most = 20; most < 110; most += 1) {
    const pieces = cut(text, most);
    expect(pieces.join("")).toBe(text);
    for (const whole of wholes) {
      const isWhole = pieces.some((piece) => piece.includes(whole));
      expect(isWhole, `${most}: ${whole}`).toBe(true);
    }
    for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/(?:部|项|建|统|扎|有|推)$/u);
  }
});

it("RC-10 a number longer than a page is cut all the same", () => {
  const digits = "1".repeat(100);
  expect(cut(`${digits}。`, 30).join("")).toBe(`${digits}。`);
  const list = `${Array.from({ length: 60 }, (_, at) => at + 1).join("，")}。`;
  expect(cut(list, 30).join("")).toBe(list);
  for (const piece of cut(list, 30)) expect(piece.length).toBeLessThanOrEqual(30);
});
