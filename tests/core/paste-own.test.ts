// @vitest-environment happy-dom
import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { clipboardSerializer } from "@/components/editor/clipboard/clipboard-serializer";
import {
  documentFromClipboard,
  inlineFromClipboard,
  isInlinePaste,
} from "@/components/editor/paste/clipboard-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { outlineOf } from "../helpers/document-outline";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, words: string, attrs?: Record<string, unknown>): DocumentNode => ({
  type,
  ...(attrs && { attrs }),
  content: [text(words)],
});

/** The blocks as the editor writes them to the clipboard. */
function copied(...content: DocumentNode[]): string {
  return copiedWith([], ...content);
}

/** With the numbers that they are shown with. */
function copiedWith(numbers: readonly (string | null)[], ...content: DocumentNode[]): string {
  const page = document.createElement("div");
  const { content: blocks } = Node.fromJSON(documentSchema(), { type: "doc", content });
  page.append(clipboardSerializer(documentSchema(), () => numbers).serializeFragment(blocks, { document }));
  page.firstElementChild?.setAttribute("data-pm-slice", "0 0 []");
  return page.innerHTML;
}

const pasted = (html: string) =>
  outlineOf(documentFromClipboard({ html, text: "x\n", numberingStyle: "nested" }).document);

describe("copied in another page of the editor", () => {
  it("TX-33 every block comes as what it was, whatever its words look like", () => {
    const html = copied(
      block("title", "让每份档案有家可归"),
      block("title", "下篇"),
      block("byline", "林岳"),
      block("dateLine", "春天"),
      block("salutation", "同志们！"),
      block("heading", "夯实基础", { level: 2 }),
      block("heading", "抓早。抓小", { level: 1 }),
      block("heading", "抓早。再抓小。", { level: 3, runIn: true }),
      block("paragraph", "一、没有编号的一行"),
      block("heading", "1.5亿元怎么用", { level: 4 }),
      block("paragraph", "突出重点"),
      { type: "quotation", content: [block("paragraph", "引文")] },
      {
        type: "orderedList",
        attrs: { start: 3, type: "a" },
        content: [{ type: "listItem", content: [block("paragraph", "一项")] }],
      },
    );
    expect(pasted(html)).toEqual([
      "title 让每份档案有家可归",
      "title 下篇",
      "byline 林岳",
      "dateLine 春天",
      "salutation 同志们！",
      "h2 夯实基础",
      "h1 抓早。抓小",
      "h3r 抓早。再抓小。",
      "paragraph 一、没有编号的一行",
      "h4 1.5亿元怎么用",
      "paragraph 突出重点",
      "quotation [引文]",
      "orderedList [[一项]]",
    ]);
  });

  it("TX-33 breaks, bold and italic stay, signs for reading aloud are no words", () => {
    const html = copied({
      type: "paragraph",
      content: [
        text("甲", "bold"),
        { type: "hardBreak" },
        text("乙", "italic"),
        { type: "cue", attrs: { kind: "applause" } },
      ],
    });
    expect(pasted(html)).toEqual(["paragraph **甲**⏎__乙__"]);
  });

  it("TX-33 a proposed new block begins a line of its own", () => {
    const html = `<p class="speech-paragraph" data-pm-slice="0 0 []">甲<ins data-begins="paragraph">\u2029</ins>乙</p>`;
    expect(pasted(html)).toEqual(["paragraph 甲", "paragraph 乙"]);
  });

  it("TX-33 words cut out of one line go into the line, a whole heading doesn't", () => {
    const whole = copied(block("heading", "夯实基础", { level: 2 }));
    expect(isInlinePaste({ html: whole, text: "（一）夯实基础" })).toBe(false);
    const cut = { html: whole.replace("0 0 []", "1 1 []"), text: "夯实" };
    expect(isInlinePaste(cut)).toBe(true);
    expect(inlineFromClipboard(cut)).toEqual([text("夯实基础")]);
  });

  it("TX-33 a number that is shown with a heading isn't taken for its words", () => {
    const own = (attrs: string, words: string) =>
      `<h3 class="speech-heading speech-heading-1" ${attrs}>${words}</h3>`;
    const of = (attrs: string, words: string) => pasted(`${own(attrs, words)}<p>正文。</p>`)[0];
    expect(of('data-number="一、"', "一、形势")).toBe("h1 形势");
    expect(of('data-number="一、"', "一<b>、形势</b>")).toBe("h1 **形势**");
    expect(of('data-number="十一、"', "十一、一、二线并进")).toBe("h1 一、二线并进");
    expect(of('data-number="一、" data-run-in', "一、抓早。再抓小。")).toBe("h1r 抓早。再抓小。");
    // What was copied within one line comes without it, and so does what it was only cut from.
    expect(of('data-number="二、"', "一、二线并进")).toBe("h1 一、二线并进");
    expect(of("", "一、二线并进")).toBe("h1 一、二线并进");
    // Of a heading without words nothing is there.
    expect(of('data-number="一、"', "一、")).toBe("paragraph 正文。");
  });

  it("TX-33 ED-52 headings are copied with their numbers, run-in ones with a paragraph, and come back without", () => {
    const lead = { type: "heading", attrs: { level: 2, runIn: true } };
    const html = copiedWith(
      ["一、", "（一）", null, null, "（二）", "（三）"],
      block("heading", "一、二线并进", { level: 1 }),
      {
        ...lead,
        content: [
          text("抓早", "bold"),
          { type: "cue", attrs: { kind: "applause" } },
          text("。再抓"),
          { type: "hardBreak" },
          text("小。", "italic"),
        ],
      },
      block("paragraph", "正文"),
      block("title", "下篇"),
      block("heading", "没有正文", { level: 2, runIn: true }),
      { type: "heading", attrs: { level: 2 } },
    );
    const page = document.createElement("div");
    page.innerHTML = html;
    const lines = [...page.querySelectorAll("h1, h2, h3, p")].map(
      (line) => `${line.localName} ${line.textContent}`,
    );
    expect(lines).toEqual([
      "h2 一、一、二线并进",
      "h3 （一）抓早（掌声）。",
      "p 再抓小。",
      "p 正文",
      "h1 下篇",
      "h3 （二）没有正文",
      "h3 （三）",
    ]);
    expect(pasted(html)).toEqual([
      "h1 一、二线并进",
      "h2r **抓早**。再抓⏎__小。__",
      "paragraph 正文",
      "title 下篇",
      "h2r 没有正文",
    ]);
    // Words cut out of it go into the line without the number.
    const cut = copiedWith(["（一）"], block("heading", "抓早。再抓", { level: 2, runIn: true }));
    expect(inlineFromClipboard({ html: cut.replace("0 0 []", "1 1 []"), text: "" })).toEqual([
      text("抓早。再抓"),
    ]);
  });

  it("TX-33 only what the editor writes is believed, and cleaned like anything else", () => {
    const html = '<p class="speech-heading-2" onclick="x()" style="color:red">甲<script>x()</script></p>';
    const { document: read } = documentFromClipboard({ html, text: "", numberingStyle: "nested" });
    expect(read.content).toEqual([block("heading", "甲", { level: 2, runIn: false })]);
    expect(pasted('<p class="speech-heading-9">甲</p><p data-pm-slice="0 0 []">一、乙</p>')).toEqual([
      "paragraph 甲",
      "h1 乙",
    ]);
  });
});
