import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { ImportProblem } from "@/core/import";
import { documentText } from "@/core/text/document-text";
import { markdownOf } from "@/core/text/markdown";
import { readFile } from "@/server/import/read-file";
import { findEncoding } from "@/server/import/text-encoding";
import { NO_REAL_DATA, realData } from "../helpers/real-data";
import { encodeText, encodeUtf16 } from "../helpers/text-encoder";

const utf8 = (text: string) => new TextEncoder().encode(text);

const SPEECH = `在全市档案工作会议上的讲话
同志们：
今天我们召开全市档案工作会议，主要任务是总结去年的工作，部署今年的任务。
一、充分肯定成绩
去年，全市档案工作取得了新的进展。
二、认清形势
（一）任务更重。要看到差距。
（二）要求更高。要抓紧落实。`;
/** No character that Big5 lacks. */
const TRADITIONAL =
  "在全市檔案工作會議上的講話\n同志們：\n今天召開會議，主要任務是總結去年的工作，部署今年的任務。";

function textOf(bytes: Uint8Array, name: string) {
  const outcome = readFile({ bytes, name, encoding: null });
  if (!outcome.ok) throw new Error(`${outcome.problem}: ${outcome.detail}`);
  return outcome.file;
}

function problemOf(bytes: Uint8Array, name: string): ImportProblem | null {
  const outcome = readFile({ bytes, name, encoding: null });
  return outcome.ok ? null : outcome.problem;
}

const shapes = ({ content = [] }: DocumentNode) =>
  content.map(({ type, attrs }) =>
    type === "heading" ? `heading${attrs?.level}${attrs?.runIn ? "+" : ""}` : type,
  );

const read = (content: string, name: string) => textOf(utf8(content), name).text;

describe("text files", () => {
  it("IM-30 finds the encoding and reads the same text in each", () => {
    const files = [
      [utf8(SPEECH), "utf-8"],
      [utf8(`\ufeff${SPEECH}`), "utf-8"],
      [encodeText(SPEECH, "gb18030"), "gb18030"],
      [encodeUtf16(SPEECH, "le"), "utf-16le"],
      [encodeUtf16(SPEECH, "be"), "utf-16be"],
      [encodeUtf16(SPEECH, "le", true), "utf-16le"],
      [encodeUtf16(SPEECH, "be", true), "utf-16be"],
    ] as const;
    const expected = read(SPEECH, "a.txt").document;
    for (const [bytes, encoding] of files) {
      const file = textOf(bytes, "讲话.TXT");
      expect(file.encoding).toBe(encoding);
      expect(file.text.document).toEqual(expected);
      expect(file.text.findings).toEqual([]);
    }
    const traditional = textOf(encodeText(TRADITIONAL, "big5"), "a.txt");
    expect(traditional.encoding).toBe("big5");
    expect(documentText(traditional.text.document, "nested")).toBe(TRADITIONAL);
  });

  const speeches = realData("speeches");
  it("IM-30 finds the encoding of real speeches and of short pieces of them", (context) => {
    if (speeches.missing) return context.skip(NO_REAL_DATA);
    const wrong: string[] = [];
    for (const name of readdirSync(speeches.path)) {
      const text = readFileSync(`${speeches.path}/${name}`, "utf8");
      for (const piece of [text.slice(500, 560), text.slice(2000, 2400), text]) {
        const simplified = [...piece]
          .filter((character) => /[\n\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/.test(character))
          .join("");
        const encoded = {
          gb18030: encodeText(simplified, "gb18030"),
          "utf-16le": encodeUtf16(piece, "le", true),
          "utf-8": utf8(piece),
        };
        for (const [encoding, bytes] of Object.entries(encoded)) {
          if (findEncoding(bytes) !== encoding)
            wrong.push(`${name} ${piece.length} ${encoding}: ${findEncoding(bytes)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("IM-30 a UTF-8 file that was cut off, or that a byte got into, stays UTF-8 and says what it lost", () => {
    const whole = utf8(SPEECH);
    const strayed = new Uint8Array([...whole.subarray(0, 60), 0xff, ...whole.subarray(60)]);
    for (const bytes of [whole.subarray(0, -2), strayed]) {
      const file = textOf(bytes, "a.txt");
      expect(file.encoding).toBe("utf-8");
      expect(file.text.findings).toMatchObject([{ kind: "unknown-character" }]);
    }
  });

  it("IM-30 reads in the encoding that somebody chose instead", () => {
    const bytes = encodeText("各位代表", "gb18030");
    const chosen = readFile({ bytes, name: "a.txt", encoding: "gb18030" });
    expect(chosen).toMatchObject({ ok: true, file: { encoding: "gb18030" } });
    expect(readFile({ bytes, name: "a.txt", encoding: "utf-8" })).toMatchObject({
      ok: false,
      problem: "wrong-format",
    });
  });

  it("IM-31 makes headings of typed numbers, and says which were renumbered and which characters are lost", () => {
    const { document, title, numberingStyle } = read(SPEECH, "a.txt");
    expect(shapes(document)).toEqual([
      "title",
      "salutation",
      "paragraph",
      "heading1",
      "paragraph",
      "heading1",
      "heading2+",
      "heading2+",
    ]);
    expect(title).toBe("在全市档案工作会议上的讲话");
    expect(numberingStyle).toBe("nested");
    const gap = read("一、甲事\n三、乙事\n四、丙事", "a.txt").findings;
    expect(gap).toEqual([{ kind: "renumbered", count: 2, where: ["三、 → 二、 乙事", "四、 → 三、 丙事"] }]);
  });
});

describe("Markdown files", () => {
  it("IM-32 reads headings, run-in headings, lists, tables, quotations, bold and italic", () => {
    const { document, title } = read(
      "# 讲话\n\n同志们：\n\n## 一、甲\n\n**（一）任务更重。** 要看到\n差距&amp;不足。\n\n- 一条\n  - 二级\n\n3. 三\n\n> 引文\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2<br>3 |\n\n普通*斜*和**粗**",
      "a.md",
    );
    expect(shapes(document)).toEqual([
      "title",
      "salutation",
      "heading1",
      "heading2+",
      "bulletList",
      "orderedList",
      "quotation",
      "table",
      "paragraph",
    ]);
    expect(title).toBe("讲话");
    expect(documentText(document, "nested")).toContain("（一）任务更重。要看到差距&不足。");
    expect(document.content?.[5]?.attrs).toEqual({ start: 3 });
    expect(read("0. 零\n1. 一", "a.md").document.content?.[0]?.attrs).toEqual({ start: 0 });
    expect(JSON.stringify(document.content?.at(-1))).toContain('"marks":[{"type":"italic"}]');
  });

  it("IM-32 reads what the export writes", () => {
    const { document, numberingStyle } = read(SPEECH, "a.txt");
    const back = read(markdownOf(document, numberingStyle), "a.md");
    expect(documentText(back.document, "nested")).toBe(documentText(document, "nested"));
    expect(shapes(back.document)).toEqual(shapes(document));
  });

  it("IM-33 counts pictures, links and struck out words", () => {
    const { findings } = read("见[通知](https://example.invalid/a)\n\n![图](x.png)\n\n~~旧~~新", "a.md");
    expect(findings.map(({ kind, count }) => [kind, count])).toEqual([
      ["link", 1],
      ["picture", 1],
      ["formatting", 1],
    ]);
  });

  const commonmark = realData("markdown/commonmark-0.31-spec-tests.json");
  it("IM-34 takes every example of CommonMark for a text that fits the schema", (context) => {
    if (commonmark.missing) return context.skip(NO_REAL_DATA);
    const examples = JSON.parse(readFileSync(commonmark.path, "utf8")) as { markdown: string }[];
    const outcomes = examples.map(({ markdown }) => problemOf(utf8(markdown), "a.md"));
    expect(examples.length).toBeGreaterThan(600);
    // Some are only a comment or a definition.
    expect(new Set(outcomes)).toEqual(new Set([null, "no-text"]));
    expect(outcomes.filter((problem) => problem === null).length).toBeGreaterThan(600);
  });
});

describe("web pages", () => {
  it("IM-35 reads a page as what is pasted from it, with its title", () => {
    const { document, title } = read(
      "<!doctype html><html><head><title>网页 标题</title></head><body><p>第一段的话很长。<p><b>第二</b>段的话也很长。<ul><li>甲<li>乙</ul><table><tr><th>a<th>b<tr><td>1<td>2</table></body></html>",
      "a.htm",
    );
    expect(shapes(document)).toEqual(["paragraph", "paragraph", "bulletList", "table"]);
    expect(title).toBe("网页 标题");
  });

  it("IM-33 counts pictures, formulas, scripts and links of a page", () => {
    const { findings, document } = read(
      "<p>文<img alt=图><math><mi>x</mi></math></p><script>fetch('https://example.invalid')</script><a href=x>链接</a>",
      "a.html",
    );
    expect(findings.map(({ kind }) => kind)).toEqual(["picture", "equation", "active-content", "link"]);
    expect(documentText(document, "nested")).toBe("文\n链接");
  });

  const payloads = realData("hostile/payloadbox-xss-payload-list.txt");
  it("IM-34 lets no script, style or address of a hostile page in", (context) => {
    if (payloads.missing) return context.skip(NO_REAL_DATA);
    const lines = readFileSync(payloads.path, "utf8")
      .split("\n")
      .filter((_, index) => index % 4 === 0);
    const names = new Set<string>();
    const visit = (node: DocumentNode) => {
      for (const name of Object.keys(node.attrs ?? {})) names.add(name);
      for (const child of node.content ?? []) visit(child);
    };
    for (const line of lines) {
      const outcome = readFile({ bytes: utf8(`<p>甲</p>${line}`), name: "a.html", encoding: "utf-8" });
      if (!outcome.ok) throw new Error(`${outcome.problem}: ${line}`);
      visit(outcome.file.text.document);
    }
    expect([...names].sort()).toEqual(
      ["colspan", "level", "rowspan", "runIn", "start"].filter((name) => names.has(name)),
    );
    expect(lines.length).toBeGreaterThan(1000);
  });
});

describe("files that aren't read", () => {
  it("IM-36 says what is wrong with each", () => {
    const png = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256);
    expect(problemOf(png, "a.txt")).toBe("wrong-format");
    expect(problemOf(new Uint8Array(0), "a.txt")).toBe("no-text");
    expect(problemOf(utf8("  \n "), "a.md")).toBe("no-text");
    expect(problemOf(utf8("x"), "a.exe")).toBe("unknown-format");
    expect(problemOf(utf8("x"), "a")).toBe("unknown-format");
    expect(problemOf(utf8("x"), "a.doc")).toBe("old-word");
    expect(problemOf(new Uint8Array(20 * 1024 * 1024 + 1), "a.txt")).toBe("too-large");
    expect(problemOf(utf8(`${"<div>".repeat(10_000)}字`), "a.html")).toBe("too-complex");
    expect(problemOf(utf8(`${">".repeat(3000)}x`), "a.md")).toBe("too-complex");
    expect(problemOf(utf8("字"), "a.txt")).toBe(null);
  });
});
