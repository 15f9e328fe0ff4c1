/** What the export writes as HTML, read again; and what somebody made of such a file. */
import type { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { acceptAll } from "@/core/review/settle";
import { archivesSpeech } from "@/core/samples/archives-speech";
import type { NumberingStyle } from "@/core/speech";
import { htmlOf } from "@/core/text/html";
import { readHtmlFile } from "@/server/import/read-html";
import { outlineOf } from "../helpers/document-outline";
import { runSeed, seededRandom } from "../helpers/random";
import { randomSpeech } from "../helpers/random-speech";

const RUNS = 40;
const schema = documentSchema();
const write = (document: DocumentNode, numberingStyle: NumberingStyle = "nested") =>
  htmlOf(document, { title: "讲话", numberingStyle });
const read = (html: string) => readHtmlFile(new TextEncoder().encode(html), "utf-8");
const node = ({ document }: { document: DocumentNode }): Node => schema.nodeFromJSON(document);
const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const BREAK: DocumentNode = { type: "hardBreak" };

const RUN_IN: DocumentNode = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 1, runIn: false }, content: [text("看"), text("形势", "bold")] },
    {
      type: "heading",
      attrs: { level: 2, runIn: true },
      content: [text("底数要清。", "italic"), text("全市有水库214座。")],
    },
    { type: "heading", attrs: { level: 2, runIn: true }, content: [text("只有一句。")] },
    { type: "paragraph", content: [text("一、不是标题\t制表  两格 "), BREAK, BREAK, text("　隔一行")] },
    { type: "paragraph" },
    {
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableCell", content: [{ type: "paragraph", content: [text("甲"), BREAK, text("乙")] }] },
          ],
        },
      ],
    },
  ],
};

describe("HTML written and read again", () => {
  it("IM-89 run-in headings, tabs, blanks, line breaks and empty lines come back, in both numberings", () => {
    for (const style of ["nested", "flat"] as const) {
      const back = read(write(RUN_IN, style));
      expect(node(back).eq(schema.nodeFromJSON(RUN_IN)), node(back).toString()).toBe(true);
      expect([back.numberingStyle, back.findings]).toEqual([style, []]);
    }
  });

  it("IM-89 the sample and random speeches come back as they were", () => {
    const sample = { ...archivesSpeech, document: withoutReadingAids(archivesSpeech.document) };
    expect(node(read(write(sample.document))).toJSON()).toEqual(node(sample).toJSON());
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const settled = acceptAll(randomSpeech(random)).toJSON();
      const speech = schema.nodeFromJSON(withoutReadingAids(settled));
      const back = node(read(write(speech.toJSON(), random.pick(["nested", "flat"] as const))));
      expect(back.toJSON(), `SEED=${seed}`).toEqual(speech.toJSON());
    }
  });

  it("IM-89 a file that somebody changed beyond words is read as any page", () => {
    const html = write(RUN_IN);
    const changed = html.replace("不是标题", "仍不是标题");
    expect(outlineOf(read(changed).document)).toEqual(
      outlineOf(read(html).document).map((line) => line.replace("不是标题", "仍不是标题")),
    );
    for (const other of [
      html.replace("<p>一、", '<p style="color:red">一、'),
      html.replace("一、看", "三、看"),
      html.replace("</article>", "<script>x()</script></article>"),
      html.replace(/<meta http-equiv[^>]*>/, ""),
    ]) {
      expect(read(other).document.content?.filter(({ type }) => type === "heading").length).toBe(4);
    }
    const spans = read(html.replace("<td>", '<td colspan="99999999" rowspan="x">'));
    expect(outlineOf(spans.document)).toContain("paragraph 全市有水库214座。");
    const scripted = read(html.replace("</article>", "<script>x()</script></article>"));
    expect(scripted.findings.map(({ kind }) => kind)).toContain("active-content");
  });
});
