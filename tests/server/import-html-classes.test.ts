/** Web pages that say how words look by classes of their own style sheets. */
import { describe, expect, it } from "vitest";
import { documentText } from "@/core/text/document-text";
import { readHtmlFile } from "@/server/import/read-html";
import { outlineOf } from "../helpers/document-outline";

const read = (html: string) => readHtmlFile(new TextEncoder().encode(html), "utf-8");
const textOf = (html: string) => documentText(read(html).document, "nested");
const outline = (html: string) => outlineOf(read(html).document);
const findingsOf = (html: string) =>
  read(html).findings.map(({ kind, count, where }) => `${kind} ${count} ${where.join("|")}`);

describe("looks that a page gives by class", () => {
  const page = (css: string, body: string, media = "") =>
    `<html><head><style${media}>${css}</style></head><body>${body}</body></html>`;

  it("IM-83 count as those that it gives by style, and are told", () => {
    const html = page(
      "/* }.c1{font-weight:400} */ @import url(http://example.invalid/x.css);.c1{font-weight:700}.c2,p.c9{text-decoration:line-through}" +
        '.c3:before{content:"}.c1{"}.c3{display:none}.c4{VERTICAL-ALIGN:Super}.c5{font-style:italic}.c6{white-space:pre-wrap}.c7{font-weight:bold}.c7{font-weight:var(--x)}',
      '<p><span class="c1">重点</span>内容，<span class="c2">已删去的话，</span><span class="c5">斜</span>10<span class="x c4">8</span>元。</p>' +
        '<p class="c3">看不见的话</p><p class="c9">划去</p><p class="c6">甲\n乙</p><p class=c1 style="font-weight:normal">细</p><p class=c7>粗</p>',
    );
    expect(outline(html)).toEqual([
      "paragraph **重点**内容，已删去的话，__斜__10⁸元。",
      "paragraph 划去",
      "paragraph 甲",
      "paragraph 乙",
      "paragraph 细",
      "paragraph **粗**",
    ]);
    expect(findingsOf(html)).toEqual(["formatting 2 已删去的话，|划去", "hidden-text 1 看不见的话"]);
  });

  it("IM-83 nothing is hidden that another rule or another width shows, and Word's names say enough", () => {
    const body =
      "<p class='tab open'>甲</p><p class=wide>乙</p><p class=MsoHyperlink>丙</p><p class=print>丁</p>";
    const css =
      ".tab{display:none}.tab.open{display:block}.wide{display:none}@media (min-width:9em){.wide{display:block}}" +
      "p.MsoHyperlink{color:blue}@media print{.print{display:none}}";
    for (const html of [page(css, body), page(".tab,.wide,.print{display:none}", body, " media=print")]) {
      expect(textOf(html)).toBe("甲\n乙\n丙\n丁");
      expect(findingsOf(html)).toEqual([]);
    }
  });

  it("IM-83 the later rule goes first, one that names the tag before it", () => {
    const css = "p.a{font-style:normal}.a{font-style:italic;font-weight:bold}.b{font-weight:normal}";
    expect(outline(page(css, "<p class='b a'>甲</p><p><i class=a>乙</i></p>"))).toEqual([
      "paragraph 甲",
      "paragraph **__乙**__",
    ]);
  });

  it.each([
    ["braces without end", "{".repeat(3_000_000)],
    ["comments without end", "/*".repeat(1_500_000)],
    ["quotes without end", ".a{content:'\\\\'".repeat(200_000)],
    [
      "many classes",
      `${Array.from({ length: 60_000 }, (_, at) => `.c${at}`).join(",")}{color:red;font-weight:bold}`,
    ],
    ["addresses", "@import 'http://example.invalid';.a{background:url(http://example.invalid/x)}"],
  ])("IM-34 IM-83 a hostile style sheet changes nothing and takes no time: %s", (_, css) => {
    const names = Array.from({ length: 2000 }, (__, at) => `x${at}`).join(" ");
    const body = `<p class="__proto__ ${names}">甲。<b class=constructor>乙。</b></p>`.repeat(20);
    expect(outline(page(css, body))).toEqual(Array(20).fill("paragraph 甲。**乙。**"));
  });
});
