/** The reading copy as pages, by the real typesetter in the preview's own process. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CUE, PINYIN } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import { READING_SIZES, type ReadingSize } from "@/core/paper/reading-copy";
import { endsShort, placeOnPaper } from "@/core/preview";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { createPreviewing, type Previewing } from "@/server/export/preview/previewing";
import { updateFromDocument } from "@/server/sync/seed";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

describe("the pages of a reading copy", { timeout: 120_000 }, () => {
  let previewing: Previewing;
  beforeAll(() => {
    previewing = createPreviewing({ fontDir: undefined });
  });
  afterAll(() => previewing?.close());

  const previewOf = (document: DocumentNode, key: string, size: ReadingSize = 22) =>
    previewing.speech(key, async () => ({
      update: updateFromDocument(document).update,
      layout: { kind: "reading", size },
      numberingStyle: "nested",
    }));

  it("EX-89 are those of its PDF in each size of type", async () => {
    const typesetting = createTypesetting({ fontDir: undefined });
    try {
      const { document } = archivesSpeech;
      for (const size of READING_SIZES) {
        const preview = await previewOf(document, `whole ${size}`, size);
        const order = {
          format: "pdf",
          size,
          document,
          numberingStyle: "nested",
          title: "讲话",
          madeAt: 0,
        } as const;
        const made = await typesetting.reading(order);
        expect(preview.pages, `${size}`).toHaveLength((await readPdf(made.bytes)).pages.length);
        expect(preview.page).toMatchObject({ width: 210, height: 297 });
        expect(preview.replaced).toEqual(made.replaced);
        expect(preview.lastPageLines).toBeNull();
        expect(endsShort(preview)).toBe(false);
      }
    } finally {
      await typesetting.close();
    }
  });

  it("EX-89 show what is marked for reading aloud, and nothing that is only proposed to go", async () => {
    const own = { id: "s".repeat(20), person: "p".repeat(20), at: 1 };
    const text = (words: string, ...marks: DocumentNode["marks"] & {}): DocumentNode => ({
      type: "text",
      text: words,
      marks,
    });
    const first = async (name: string, ...content: DocumentNode[]) =>
      (await previewOf(speech({ type: "paragraph", content }), name)).pages[0];
    const plain = await first("plain", text("加强作风建设。"));
    expect(
      await first(
        "pinyin",
        text("加"),
        text("强", { type: PINYIN, attrs: { reading: "qiáng" } }),
        text("作风建设。"),
      ),
    ).not.toBe(plain);
    expect(await first("cue", text("加强作风建设。"), { type: CUE, attrs: { kind: "applause" } })).not.toBe(
      plain,
    );
    const gone = text("思想", { type: "deletion", attrs: { ...own, of: null } });
    expect(await first("proposed", text("加强"), gone, text("作风建设。"))).toBe(plain);
  });

  it("EX-89 tell where a block of text begins on them; not so where a table is read row by row", async () => {
    const blocks = Array.from({ length: 30 }, (_, index) =>
      paragraph(`第${index}段说一句话，长到要占满两行，好让页数多几页才行。`),
    );
    const { places, pages } = await previewOf(speech(...blocks), "places");
    expect(places).toHaveLength(30);
    expect(places[0]).toMatchObject({ position: 1, page: 0 });
    expect(places.at(-1)?.page).toBe(pages.length - 1);
    expect(places.every(({ top }) => top >= 0.08 && top < 2 / 3)).toBe(true);
    const last = placeOnPaper(places, places.at(-1)?.position ?? 0) ?? 0;
    expect(Math.floor(last)).toBe(pages.length - 1);
    const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [paragraph(words)] });
    const table = { type: "table", content: [{ type: "tableRow", content: [cell("甲"), cell("乙")] }] };
    expect((await previewOf(speech(table, ...blocks), "table")).places).toEqual([]);
  });
});
