/** The golden speech on every kind of paper that is typeset. */
import type { PaperFormat } from "@/core/export";
import type { PaperStyle } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { readingStyle } from "@/core/paper/reading-copy";
import type { DocxContent } from "@/server/export/exporter";
import type { TypesetPaper, Typesetting } from "@/server/export/typesetting";
import { GOLDEN_AT, GOLDEN_NAMES, goldenDraft, goldenText, goldenThreads } from "./golden-speech";

const title = "在水库除险加固工作会议上的讲话";
const document = goldenDraft().toJSON();
const draft = { document, names: GOLDEN_NAMES };
const order = { numberingStyle: "nested", title, madeAt: GOLDEN_AT } as const;
const SHEET = {
  title,
  subtitle: "办理记录",
  state: "共 1 条，前后相扣，没有改动。",
  isBroken: false,
  heads: ["序号", "时间", "经办人", "事项", "校验码"],
  rows: [
    {
      number: 1,
      time: "2026-11-24 09:02",
      at: GOLDEN_AT,
      person: "周文清",
      what: "建稿",
      note: "Reservoirs 214",
      hashes: [{ shown: "0123456789ab", whole: "0123456789abcdef" }],
      hash: "abcdef012345",
      wholeHash: "abcdef0123456789",
      isBroken: false,
    },
  ],
  foot: "第 1 条的全部校验码：abcdef0123456789",
};

const paper = paperPreset("gbt9704");
const speech =
  (content: DocxContent, watermark: string | null = null) =>
  async (typesetting: Typesetting) =>
    onPaper(
      await typesetting.pdf({
        ...order,
        format: "pdf",
        content,
        paper,
        watermark,
        timeZone: "Asia/Shanghai",
      }),
      paper,
    );
const comparison = (blackAndWhite: boolean): DocxContent => ({
  kind: "comparison",
  before: goldenText,
  after: document,
  at: GOLDEN_AT,
  blackAndWhite,
});
const clean: DocxContent = { kind: "clean", ...draft, threads: [] };
const SIZE = 26;
const reading = (format: PaperFormat) => async (typesetting: Typesetting) =>
  onPaper(await typesetting.reading({ ...order, format, document, size: SIZE }), readingStyle(SIZE));

export interface GoldenPaper {
  readonly bytes: Uint8Array;
  /** The machine has none of the fonts that the layout names: it is set as on every other such machine. */
  readonly isInOwnFonts: boolean;
}

const onPaper = ({ bytes, replaced }: TypesetPaper, { fonts }: Pick<PaperStyle, "fonts">): GoldenPaper => ({
  bytes,
  isInOwnFonts: Object.values(fonts).every((font) => replaced.some(({ named }) => named === font)),
});

/** Each as a PDF, by its name. */
const PDFS = {
  clean: speech(clean),
  watermark: speech(clean, "周文清 2026-11-24 09:02"),
  comments: speech({ kind: "clean", ...draft, threads: goldenThreads }),
  marked: speech({ kind: "marked", ...draft, threads: goldenThreads }),
  comparison: speech(comparison(false)),
  "comparison-black-and-white": speech(comparison(true)),
  reading: reading("pdf"),
  record: async (typesetting: Typesetting): Promise<GoldenPaper> => {
    const sheet = { sheet: SHEET, locale: "zh-CN", made: "周文清导出", madeAt: GOLDEN_AT } as const;
    // It names the fonts that the layout does, and doesn't tell which were replaced.
    return { ...(await speech(clean)(typesetting)), bytes: (await typesetting.record(sheet)).bytes };
  },
};
export type GoldenPdf = keyof typeof PDFS;
export const GOLDEN_PDFS = Object.keys(PDFS) as GoldenPdf[]; // its own

/** The golden speech as that kind of PDF. */
export const goldenPdf = (typesetting: Typesetting, kind: GoldenPdf): Promise<GoldenPaper> =>
  PDFS[kind](typesetting);

/** The golden speech as a reading copy in Word. */
export const goldenReadingDocx: (typesetting: Typesetting) => Promise<GoldenPaper> = reading("docx");
