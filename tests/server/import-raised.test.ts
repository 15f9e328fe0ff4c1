/** Raised and lowered words of Word and OpenDocument files: 10⁸, m², CO₂. */
import { expect, it } from "vitest";
import { documentText } from "@/core/text/document-text";
import { readOdt } from "@/server/import/odt/read-odt";
import { decided, findings, importWord, printed } from "../helpers/imported-lines";
import { odtFile, paragraph, span, style } from "../helpers/odt-file";
import { p, r } from "../helpers/word-file";

const align = (value: string) => `<w:vertAlign w:val="${value}"/>`;
const [SUPER, SUB] = [align("superscript"), align("subscript")];
const line = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;

it("IM-150 raised and lowered words of a .docx are written in Unicode's own characters, by style or by hand", () => {
  const styles = `<w:style w:type="character" w:styleId="up"><w:name w:val="up"/><w:rPr>${SUPER}</w:rPr></w:style>`;
  const body =
    line(r("总量达10"), r("8", SUPER), r("千瓦时，占地5万m"), r("2", '<w:rStyle w:val="up"/>'), r("。")) +
    line(r("CO"), r("2", SUB), r("减排"), r("3", `<w:rStyle w:val="up"/>${align("baseline")}`), r("成。"));
  expect(printed({ styles, body })).toEqual(["总量达10⁸千瓦时，占地5万m²。", "CO₂减排3成。"]);
  expect(findings({ styles, body })).toEqual([]);
});

it("IM-150 words that Unicode can't raise stay as they are, all of a run, and are told", () => {
  const body = line(r("第1"), r("st", SUPER), r("名，见"), r("注2", SUPER), r(" ", SUPER), r("。"));
  expect(printed({ body })).toEqual(["第1st名，见注2 。"]);
  expect(importWord({ body }).findings).toEqual([{ kind: "formatting", count: 2, where: ["st", "注2"] }]);
  const struck = line(r("m"), r("2", `<w:strike/>${SUPER}`));
  expect(printed({ body: struck })).toEqual(["m²"]);
  expect(findings({ body: struck })).toEqual(["formatting 1"]);
});

it("IM-150 revisions and comments stand on what is raised", () => {
  const by = (name: string, id: number, run: string) =>
    `<w:${name} w:id="${id}" w:author="甲" w:date="2026-03-01T09:00:00Z">${run}</w:${name}>`;
  const struck = r("8", SUPER).replaceAll("w:t>", "w:delText>").replace("<w:t ", "<w:delText ");
  const [from, to] = ['<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'];
  const file = {
    body: line(r("10"), by("del", 1, struck), by("ins", 2, r("9", SUPER)), from, r("2", SUB), to, r("。")),
    comments: `<w:comment w:id="7" w:author="甲">${p("x").replace(r("x"), r("按10") + r("6", SUPER))}</w:comment>`,
  };
  expect(decided(file)).toEqual([["10⁹₂。"], ["10⁸₂。"]]);
  const { document, threads } = importWord(file);
  expect(threads.map(({ comments }) => comments[0]?.body)).toEqual(["按10⁶"]);
  const commented = document.content?.[0]?.content?.find(({ marks }) =>
    marks?.some(({ type }) => type.startsWith("comment")),
  );
  expect(commented?.text).toBe("₂");
});

it("IM-150 those of an .odt are too, whether it says super or a distance", () => {
  const position = (name: string, value: string) =>
    style(name, `<style:text-properties style:text-position="${value}"/>`);
  const { document, findings: told } = readOdt(
    odtFile({
      automatic: position("A", "super 58%") + position("B", "-8% 58%") + position("C", "33% 58%"),
      body: paragraph(`10${span("A", "8")}千瓦时，CO${span("B", "2")}，1${span("C", "st")}。`),
    }),
  );
  expect(documentText(document, "nested")).toBe("10⁸千瓦时，CO₂，1st。");
  expect(told.map(({ where }) => where)).toEqual([["st"]]);
});
