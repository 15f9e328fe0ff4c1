/** The reading copy as a Word file, brought back as the text that it was made of. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";
import { findings, linesOf } from "../helpers/imported-lines";
import { seededRandom } from "../helpers/random";
import { savedAgain } from "../helpers/resaved-docx";
import { p } from "../helpers/word-file";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

async function written(content: readonly DocumentNode[]): Promise<Uint8Array> {
  const document = { type: "doc", content };
  const order = { document, size: 26, numberingStyle: "nested", title: "讲话", madeAt: 0 } as const;
  return (await typesetting.reading({ ...order, format: "docx" })).bytes;
}

type Marks = NonNullable<DocumentNode["marks"]>;
const text = (words: string, ...marks: Marks): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const line = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
const cue = (kind: string): DocumentNode => ({ type: "cue", attrs: { kind } });

const SENTENCE = "各县市区和有关部门要按照统一部署扎实推进各项工作。";
const SPEECH: readonly DocumentNode[] = [
  line("title", text("在全市水库除险加固和河湖长制工作推进会议上的讲话")),
  line("byline", text("周文清")),
  line("salutation", text("同志们：")),
  line("paragraph", text(SENTENCE.repeat(12))),
  { ...line("heading", text("提高认识")), attrs: { level: 1 } },
  line(
    "paragraph",
    text("在"),
    text("重", { type: "pinyin", attrs: { reading: "chóng" } }),
    text("庆", { type: "pinyin", attrs: { reading: "qìng" } }),
    cue("pause"),
    text("抓落实", { type: "stress" }),
    text("，"),
    cue("long-pause"),
    text(`见成效。${SENTENCE.repeat(9)}`),
    cue("applause"),
  ),
  line("paragraph", text("谢谢大家！")),
];

/** Kind, text, cues and what is marked, of each block. */
const shown = (blocks: readonly DocumentNode[] = []) =>
  blocks.map(({ type, content = [] }) => [
    type,
    ...content.map((node) => [
      node.text ?? node.attrs?.kind ?? node.type,
      (node.marks ?? []).map((mark) => mark.attrs?.reading ?? mark.type).join(),
    ]),
  ]);

// Starting the typesetting process takes long where other tests share the machine.
describe("a reading copy that comes back", { timeout: 120_000 }, () => {
  it("RC-14 is the speech again, with its cues, stress and pinyin and nothing of the pages", async (context) => {
    const bytes = await written(SPEECH);
    await expectValidDocx(context, bytes);
    const pages = new DocxReader(bytes).all("word/document.xml", "pageBreakBefore").length + 1;
    expect(pages).toBeGreaterThan(4);
    const read = readDocx(bytes);
    expect(shown(read.document.content)).toEqual(shown(SPEECH));
    expect(read.findings).toEqual([]);
  });

  it("RC-14 so it is when another program saved the file since, and cut its signs anywhere", async () => {
    const speech = SPEECH.map((block) => ({
      ...block,
      content: (block.content ?? []).map((node) =>
        node.marks?.[0]?.type === "pinyin" ? text(node.text ?? "") : node,
      ),
    }));
    const bytes = await written(speech);
    const whole = readDocx(bytes).document;
    for (let seed = 1; seed < 10; seed += 1) {
      expect(readDocx(savedAgain(bytes, seededRandom(seed))).document).toEqual(whole);
    }
  });

  it("RC-14 has lines that are broken by hand again where a page ended", async () => {
    const lines = Array.from({ length: 25 }, (_, index) => `春风又绿江南岸${index + 10}`);
    const broken = lines.flatMap((words, index) => [
      ...(index === 0 ? [] : [{ type: "hardBreak" }]),
      text(words),
    ]);
    const read = readDocx(await written([line("paragraph", ...broken)]));
    expect(read.document.content).toHaveLength(1);
    const back = read.document.content?.[0]?.content ?? [];
    expect(back.map((node) => node.text ?? "\n").join("")).toBe(lines.join("\n"));
  });
});

it("IM-16 a frame's words stand where its paragraph stood, and that is told as of a text box", () => {
  const frame = '<w:framePr w:w="2000" w:wrap="around" w:hAnchor="page" w:y="500"/>';
  const body = `${p("正文。")}${p("内部材料", frame)}${p("", frame)}${p("再一段。")}`;
  expect(linesOf({ body })).toEqual(["paragraph: 正文。", "paragraph: 内部材料", "paragraph: 再一段。"]);
  expect(findings({ body })).toEqual(["text-box 1"]);
});

it("IM-16 signs and dots that mark nothing in a file of another program stay its words and looks", () => {
  const looks = '<w:color w:val="8A2B1D"/><w:em w:val="underDot"/>';
  const body = p("／", "", looks);
  expect(linesOf({ body })).toEqual(["paragraph: ／"]);
  expect(findings({ body })).toEqual(["formatting 1"]);
});
