/** The reading copy typeset, and how its sentences fell on pages. */
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { CUE_SIGNS } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import { POINTS_PER_MM } from "@/core/paper/paper-style";
import { type ReadingSize, readingStyle } from "@/core/paper/reading-copy";
import type { ReplacedFont } from "@/core/paper/replaced-font";
import type { NumberingStyle } from "@/core/speech";
import type { Typesetter } from "../pdf/typesetter";
import { replacedNote } from "../pdf/write-pdf";
import { watermarkSize } from "../watermark";
import { readingBlocks } from "./blocks";
import type { ReadingModel, ReadingPiece } from "./model";
import { READING_TEMPLATE } from "./template";

export interface ReadingInput {
  /** Without suggestions, with what is marked for reading aloud. */
  readonly document: DocumentNode;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  readonly size: ReadingSize;
  /** Lines that each page is given less than it holds. */
  readonly spareLines: number;
  /** What stands pale across every page; null for none. */
  readonly watermark: string | null;
}

export interface TypesetReading {
  readonly document: NodeTypstDocument;
  readonly model: ReadingModel;
  readonly pages: readonly (readonly ReadingPiece[])[];
  readonly replaced: readonly ReplacedFont[];
}

export function typesetReading(typesetter: Typesetter, input: ReadingInput): TypesetReading {
  const paper = readingStyle(input.size);
  const { faces, replaced } = typesetter.facesFor(paper.fonts);
  const { page, linePitch, titleSize, bodySize } = paper;
  const margins = {
    ...paper.margins,
    bottom: paper.margins.bottom + (input.spareLines * linePitch) / POINTS_PER_MM,
  };
  const model: ReadingModel = {
    title: input.title,
    description: replacedNote(replaced),
    faces,
    ...{ page, margins, linePitch, titleSize, bodySize },
    watermark:
      input.watermark === null
        ? null
        : { text: input.watermark, size: watermarkSize(input.watermark, paper) },
    signs: CUE_SIGNS,
    blocks: readingBlocks(input.document, paper, input.numberingStyle),
  };
  const document = typesetter.compile(READING_TEMPLATE, model);
  const [pages] = typesetter.values(document, "pages");
  return { document, model, replaced, pages: pages as ReadingPiece[][] }; // as the template writes them
}
