/** 花脸稿 as PDF: each kind of change by its own ink and shape, or by shape alone. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { exportSchema } from "@/core/export";
import { newVersionId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import type { NumberingStyle } from "@/core/speech";
import { createTypesetting } from "../helpers/checked-exports";
import { inksOf, linesIn } from "../helpers/pdf-inks";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paragraph = (words: string, marks: DocumentNode["marks"] = []): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words, ...(marks.length > 0 && { marks }) }],
});
const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const kept = Array.from({ length: 4 }, (_, index) => paragraph(`第${index + 1}段留在原处，说的是别的事情。`));
const wandering = paragraph("这一段要搬到最后去，说的是队伍建设。");
const plain = speech(...kept);

interface SheetOptions {
  readonly blackAndWhite?: boolean;
  readonly oldNumberingStyle?: NumberingStyle;
}

async function sheet(
  before: DocumentNode,
  after: DocumentNode,
  { blackAndWhite = false, oldNumberingStyle }: SheetOptions = {},
) {
  const at = Date.UTC(2026, 10, 27);
  const order = {
    format: "pdf",
    content: { kind: "comparison", before, after, at, blackAndWhite, oldNumberingStyle },
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "讲话",
    madeAt: Date.UTC(2026, 10, 27),
    watermark: null,
  } as const;
  return (await typesetting.pdf(order)).bytes;
}

const INKS = { added: "#1f5fa6", deleted: "#b0301c", moved: "#2d6a3e", reformatted: "#8a5a00" };
type Kind = keyof typeof INKS;
/** Kinds of change beside those that the legend shows itself. */
async function kindsOf(bytes: Uint8Array): Promise<Kind[]> {
  const [inks, legend] = [await inksOf(bytes), await inksOf(await sheet(plain, plain))];
  return (Object.keys(INKS) as Kind[]).filter(
    (kind) => (inks.get(INKS[kind]) ?? 0) > (legend.get(INKS[kind]) ?? 0),
  );
}

describe("a comparison as PDF", () => {
  it("EX-39 says above its first page what its lines mean, and shows each kind of change by its own ink", async () => {
    const unchanged = await readPdf(await sheet(plain, plain));
    expect(unchanged.pages[0]?.lines[0]?.text.replaceAll(/\s/g, "")).toBe("新增删去移来移走格式改动");
    const added = speech(...kept, paragraph("新写的一段。"));
    expect(await kindsOf(await sheet(plain, added))).toEqual(["added"]);
    expect(await kindsOf(await sheet(added, plain))).toEqual(["deleted"]);
    const bold = speech(...kept.slice(1), paragraph("加粗的一段。", [{ type: "bold" }]));
    const thin = speech(...kept.slice(1), paragraph("加粗的一段。"));
    expect(await kindsOf(await sheet(thin, bold))).toEqual(["reformatted"]);
    const heading: DocumentNode = {
      ...paragraph("标题"),
      type: "heading",
      attrs: { level: 1, runIn: false },
    };
    const retyped = speech(paragraph("标题"), ...kept);
    // Its number is new as well.
    expect(await kindsOf(await sheet(retyped, speech(heading, ...kept)))).toEqual(["added", "reformatted"]);
  });

  it("VE-86 shows a line break that came or went by a sign, and one that stayed by none", async () => {
    const text = (words: string): DocumentNode => ({ type: "text", text: words });
    const line = (...content: DocumentNode[]) => speech(...kept, { type: "paragraph", content });
    const whole = line(text("第一句。第二句。"));
    const broken = line(text("第一句。"), { type: "hardBreak" }, text("第二句。"));
    const signs = async (before: DocumentNode, after: DocumentNode) =>
      pdfText(await readPdf(await sheet(before, after))).split("↓").length - 1;
    expect(await signs(whole, broken)).toBe(1);
    expect(await kindsOf(await sheet(whole, broken))).toEqual(["added"]);
    expect(await signs(broken, whole)).toBe(1);
    expect(await kindsOf(await sheet(broken, whole))).toEqual(["deleted"]);
    expect(await signs(broken, broken)).toBe(0);
    expect(await signs(plain, broken)).toBe(0);
  });

  it("VE-49 says there too where the headings are numbered otherwise", async () => {
    const firstLines = async (oldNumberingStyle: NumberingStyle) => {
      const { pages } = await readPdf(await sheet(plain, plain, { oldNumberingStyle }));
      return pages[0]?.lines.slice(0, 2).map(({ text }) => text.replaceAll(/\s/g, ""));
    };
    expect(await firstLines("flat")).toEqual([
      "新增删去移来移走格式改动",
      "标题编号由“一、1、（1）”改为“一、（一）1.（1）”。",
    ]);
    expect((await firstLines("nested"))?.[1]).toBe("第1段留在原处，说的是别的事情。");
  });

  it("VE-66 says there that suggestions count as accepted, where there are any", async () => {
    const insertion = { type: "insertion", attrs: { id: newId(), person: newId(), at: 1 } };
    const proposed = speech(...kept, paragraph("建议加的一段。", [insertion]));
    for (const [before, after] of [
      [proposed, plain],
      [plain, proposed],
    ] as const) {
      const { pages } = await readPdf(await sheet(before, after));
      expect(pages[0]?.lines[1]?.text.replaceAll(/\s/g, "")).toBe("待定的修订都算作已接受。");
    }
  });

  it("EX-39 a line that becomes another kind of heading, or none, has its old number struck and its new one added", async () => {
    const heading = (level: number): DocumentNode => ({
      type: "heading",
      attrs: { level, runIn: false },
      content: [{ type: "text", text: "压实责任" }],
    });
    for (const [before, after, shown, kinds] of [
      [heading(1), heading(2), "一、（一）压实责任", ["added", "deleted", "reformatted"]],
      [heading(1), paragraph("压实责任"), "一、压实责任", ["deleted", "reformatted"]],
      [paragraph("压实责任"), heading(1), "一、压实责任", ["added", "reformatted"]],
    ] as const) {
      const bytes = await sheet(speech(...kept, before), speech(...kept, after));
      const words = pdfText(await readPdf(bytes)).replaceAll(/\s/g, "");
      expect(words).toContain(`${kept.at(-1)?.content?.[0]?.text}${shown}`);
      expect(await kindsOf(bytes)).toEqual(kinds);
    }
  });

  it("EX-39 what moved isn't shown as deleted and added", async () => {
    const [before, after] = [speech(wandering, ...kept), speech(...kept, wandering)];
    const bytes = await sheet(before, after);
    expect(await kindsOf(bytes)).toEqual(["moved"]);
    expect(pdfText(await readPdf(bytes)).split("队伍建设")).toHaveLength(3);
  });

  it("EX-39 what was edited in it besides is shown in its new place", async () => {
    const edited = paragraph("这一段要搬到最后来，说的是队伍建设。");
    const bytes = await sheet(speech(wandering, ...kept), speech(...kept, edited));
    expect(await kindsOf(bytes)).toEqual(["added", "deleted", "moved"]);
    const words = pdfText(await readPdf(bytes));
    expect(words.split("队伍建设")).toHaveLength(3);
    expect(words).toContain("这一段要搬到最后去来，说的是队伍建设。");
  });

  it("EX-39 in black and white it has no colour, and the same words", async () => {
    const [before, after] = [
      speech(wandering, ...kept, paragraph("删去的一段。")),
      speech(...kept, wandering, paragraph("新写的一段。")),
    ];
    const [coloured, black] = [
      await sheet(before, after),
      await sheet(before, after, { blackAndWhite: true }),
    ];
    expect((await inksOf(coloured)).has(INKS.moved)).toBe(true);
    const isGrey = (ink: string) => /^#(..)\1\1$/.test(ink);
    expect([...(await inksOf(black)).keys()].filter((ink) => !isGrey(ink))).toEqual([]);
    expect(pdfText(await readPdf(black))).toBe(pdfText(await readPdf(coloured)));
  });

  it("EX-39 in black and white each kind of change has lines, which a copy shows too", async () => {
    const added = speech(...kept, paragraph("新写的一段。"));
    const moved = [speech(wandering, ...kept), speech(...kept, wandering)] as const;
    const [thin, bold] = [[], [{ type: "bold" }]].map((marks) =>
      speech(...kept, paragraph("加粗的一段。", marks)),
    );
    if (thin === undefined || bold === undefined) throw new Error("no texts");
    const black = async (before: DocumentNode, after: DocumentNode) =>
      linesIn(await sheet(before, after, { blackAndWhite: true }));
    const legend = await black(plain, plain);
    for (const [before, after] of [[plain, added], [added, plain], moved, [thin, bold]] as const) {
      expect(await black(before, after)).toBeGreaterThan(legend);
    }
  });

  it("EX-39 black and white is asked for in PDFs of comparisons only", () => {
    const paper = { format: "pdf", style: "gbt9704", watermark: false, blackAndWhite: true };
    const versions = { from: newVersionId(), to: "now" };
    expect(exportSchema.safeParse({ ...paper, content: "comparison", ...versions }).success).toBe(true);
    expect(exportSchema.safeParse({ ...paper, content: "marked", comments: false }).success).toBe(false);
    const word = { ...paper, format: "docx", content: "comparison", ...versions };
    expect(exportSchema.safeParse(word).success).toBe(false);
  });
});
