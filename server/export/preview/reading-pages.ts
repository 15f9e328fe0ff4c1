/** 领导阅读稿 for the preview: as the PDF that would be exported. */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { type ReadingSize, readingStyle } from "@/core/paper/reading-copy";
import type { PreviewPlace } from "@/core/preview";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { acceptAll } from "@/core/review/settle";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import type { Typesetter } from "../pdf/typesetter";
import { type TypesetReading, typesetReading } from "../reading/typeset-reading";
import type { MadePages } from "./made-pages";

/** `document` with its suggestions, which are shown as if accepted. */
export function readingPages(
  typesetter: Typesetter,
  document: DocumentNode,
  { size, numberingStyle }: { readonly size: ReadingSize; readonly numberingStyle: NumberingStyle },
): MadePages {
  const accepted = acceptAll(documentSchema().nodeFromJSON(document)).toJSON();
  const made = typesetReading(typesetter, {
    document: accepted,
    numberingStyle,
    title: "",
    size,
    spareLines: 0,
    watermark: null,
  });
  return {
    document: made.document,
    page: made.model.page,
    replaced: made.replaced,
    missing: typesetter.missingIn(nodeText(accepted)),
    places: placesOf(document, made, size),
    isDrawn: () => true,
    blocks: null,
    endOf: () => ({ lastPageLines: null, lastLineCharacters: null }),
  };
}

/** Where each block begins: on which page the template says, how far down by its share of the page's sentences. */
function placesOf(
  document: DocumentNode,
  { model, pages }: TypesetReading,
  size: ReadingSize,
): PreviewPlace[] {
  const blocks = acceptedBlocks(documentSchema().nodeFromJSON(document)).filter(({ text }) => text !== "");
  // A table is read row by row, a paragraph may be nothing but a cue: then it isn't known which block is which.
  if (blocks.length !== model.blocks.length) return [];
  const { page, margins } = readingStyle(size);
  const [top, high] = [margins.top / page.height, 1 - (margins.top + margins.bottom) / page.height];
  return pages.flatMap((pieces, number) => {
    const all = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
    let before = 0;
    return pieces.flatMap(({ block, from, to }) => {
      const share = before / all;
      before += to - from;
      const position = blocks[block]?.positions[0];
      if (from > 0 || position === undefined) return [];
      return [{ position, page: number, top: Math.round((top + share * high) * 1000) / 1000 }];
    });
  });
}
