/** Looks of words in Word files that a speech hasn't. */
import { expect, it } from "vitest";
import { findings } from "../helpers/imported-lines";
import { p } from "../helpers/word-file";

it("IM-16 looks that a style gives are told, but for a heading's colours, a link's and all text's", () => {
  const style = (id: string, type: string, name: string, looks: string, more = "") =>
    `<w:style w:type="${type}" w:styleId="${id}"${more}><w:name w:val="${name}"/><w:rPr>${looks}</w:rPr></w:style>`;
  const based = style("based", "paragraph", "b", "").replace("<w:rPr>", '<w:basedOn w:val="struck"/><w:rPr>');
  const styles = [
    style("text", "paragraph", "Normal", '<w:color w:val="333333"/>', ' w:default="1"'),
    style("struck", "paragraph", "s", "<w:strike/>"),
    style("red", "paragraph", "r", '<w:color w:val="FF0000"/>'),
    style("raised", "character", "c", '<w:vertAlign w:val="superscript"/>'),
    style("link", "character", "Hyperlink", '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
    style("h1", "paragraph", "heading 1", '<w:color w:val="2F5496"/>'),
    based,
  ].join("");
  const told = (body: string) => findings({ styles, body });
  const styled = (id: string, look = "") => p("话", `<w:pStyle w:val="${id}"/>`, look);
  expect(told(styled("struck") + styled("based") + styled("red"))).toEqual(["formatting 3"]);
  expect(told(p("话", "", '<w:rStyle w:val="raised"/>'))).toEqual(["formatting 1"]);
  expect(told(styled("struck", '<w:strike w:val="0"/>'))).toEqual([]);
  expect(told(p("话") + p("话", "", '<w:rStyle w:val="link"/>') + styled("h1"))).toEqual([]);
});

it("IM-16 paragraphs in the middle or on the right become ordinary ones, which is told; a title's place isn't", () => {
  const at = (words: string, value: string, look = "") => p(words, `<w:jc w:val="${value}"/>`, look);
  const title = at("在会议上的讲话", "center", '<w:sz w:val="44"/>') + at("王五", "center");
  const body = p("要抓好落实。") + at("（鼓掌）", "both") + at("左边。", "left");
  expect(findings({ body: title + body })).toEqual([]);
  const closing = at("市委办公室", "right") + at("2026年11月", "end") + at("谢谢大家！", "center");
  expect(findings({ body: title + body + closing + at("", "right") })).toEqual(["alignment 3"]);
  const style =
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="落款"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>';
  const styled = p("市委办公室", '<w:pStyle w:val="o"/>');
  expect(findings({ styles: style, body: title + body + styled })).toEqual(["alignment 1"]);
});

it("IM-90 paragraphs that are set in are told, but for the two characters that a speech's have", () => {
  const at = (indents: string, look = "") => p("话", `<w:ind ${indents}/>`, look);
  const told = (...paragraphs: string[]) => findings({ body: p("要抓好落实。") + paragraphs.join("") });
  expect(
    told(
      at('w:firstLineChars="200" w:firstLine="640"'),
      at('w:leftChars="200" w:left="640"'),
      at('w:left="640" w:hanging="640"'),
      at('w:leftChars="200" w:firstLineChars="200"'),
      at('w:left="880"', '<w:sz w:val="44"/>'),
      at('w:left="-200" w:right="-200"'),
      p("条目", '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="2000"/>'),
      p("", '<w:ind w:left="2000"/>'),
    ),
  ).toEqual([]);
  expect(
    told(
      at('w:left="1600"'),
      at('w:start="1600"'),
      at('w:rightChars="400"'),
      at('w:firstLineChars="1600"'),
      at('w:left="880"', '<w:sz w:val="24"/>'),
    ),
  ).toEqual(["indent 5"]);
  const style = (more: string) =>
    `<w:style w:type="paragraph" w:styleId="o"${more}><w:name w:val="o"/><w:pPr><w:ind w:leftChars="1000"/></w:pPr></w:style>`;
  const styled = (own: string) => p("市委办公室", `<w:pStyle w:val="o"/>${own}`);
  expect(findings({ styles: style(""), body: styled("") })).toEqual(["indent 1"]);
  expect(findings({ styles: style(""), body: styled('<w:ind w:leftChars="0" w:left="0"/>') })).toEqual([]);
  // What all of the text has is the layout's.
  expect(findings({ styles: style(' w:default="1"'), body: p("正文") })).toEqual([]);
});
