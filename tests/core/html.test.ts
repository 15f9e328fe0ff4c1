/** A speech as HTML, read back by a parser. */
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { documentText } from "@/core/text/document-text";
import { htmlOf } from "@/core/text/html";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, content: DocumentNode[], attrs?: Record<string, unknown>): DocumentNode => ({
  type,
  ...(attrs && { attrs }),
  content,
});
const written = (document: DocumentNode) => htmlOf(document, { title: "讲话", numberingStyle: "nested" });
/** What stands in the article, without line feeds between blocks. */
const article = (...content: DocumentNode[]) =>
  /<article>\n([\s\S]*)\n<\/article>/.exec(written({ type: "doc", content }))?.[1]?.replaceAll("\n", "");

describe("a speech as HTML", () => {
  it("EX-65 headings are headings, a run-in one with its paragraph in one line, marks inside it kept", () => {
    expect(
      article(
        block("title", [text("在会上的讲话")]),
        block("heading", [text("形势")], { level: 1, runIn: false }),
        block("heading", [text("夯实"), text("基础。要", "bold"), text("抓早。")], { level: 2, runIn: true }),
      ),
    ).toBe(
      '<h1>在会上的讲话</h1><h2>一、形势</h2><div class="run-in"><h3>（一）夯实<strong>基础。</strong></h3><p><strong>要</strong>抓早。</p></div>',
    );
  });

  it("EX-65 lists, quotations, tables and line breaks have HTML's elements, cues none", () => {
    const item = (words: string) => block("listItem", [block("paragraph", [text(words)])]);
    const cell = (words: string, attrs = {}) =>
      block("tableCell", [block("paragraph", [text(words)])], attrs);
    expect(
      article(
        block("paragraph", [
          text("一", "bold", "italic"),
          { type: "hardBreak" },
          { type: "cue", attrs: { kind: "pause" } },
          text("二"),
        ]),
        block("orderedList", [item("甲")], { start: 3 }),
        block("quotation", [block("paragraph", [text("引")])]),
        block("table", [block("tableRow", [cell("数", { colspan: 2 })])]),
      ),
    ).toBe(
      '<p><strong><em>一</em></strong><br>二</p><ol start="3"><li><p>甲</p></li></ol><blockquote><p>引</p></blockquote><table><tr><td colspan="2">数</td></tr></table>',
    );
  });

  it("EX-65 text is text, whatever it looks like, and the file asks for nothing", () => {
    const hostile = '<script>alert(1)</script>&amp;"';
    const { document } = parseHTML(written({ type: "doc", content: [block("title", [text(hostile)])] }));
    expect(document.querySelector("h1")?.textContent).toBe(hostile);
    expect(document.querySelectorAll("script, link, img, [src], [href]").length).toBe(0);
    expect(document.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(
      /^default-src 'none'/,
    );
  });

  it("EX-65 the sample's words are all there, in order", () => {
    const { document } = parseHTML(written(archivesSpeech.document));
    const words = (all: string | null | undefined) => all?.replace(/\s/g, "");
    expect(words(document.querySelector("article")?.textContent)).toBe(
      words(documentText(archivesSpeech.document, "nested").replaceAll("> ", "")),
    );
    expect(document.querySelectorAll("h2").length).toBeGreaterThan(2);
  });
});
