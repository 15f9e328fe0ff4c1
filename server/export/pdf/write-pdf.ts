/** A speech as a PDF: its model, typeset. */
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { ReplacedFont } from "@/core/paper/replaced-font";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";
import { numbersOf } from "../docx/heading-numbers";
import { movesIn } from "../moves-in";
import { watermarkSize } from "../watermark";
import { blocksOf } from "./blocks";
import { colours, type PdfContext } from "./context";
import type { Faces } from "./faces";
import { marginComments } from "./margin-comments";
import type { PdfBlock, PdfComparison, PdfModel } from "./model";
import { TEMPLATE } from "./template/template";
import type { Typesetter } from "./typesetter";

export interface PdfInput {
  /** With its suggestions, which are shown; a clean copy is given without any. */
  readonly document: DocumentNode;
  readonly paper: PaperStyle;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  /** Of who proposes something, by id; who isn't in it is named nowhere. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands in the margin. */
  readonly threads: readonly Thread[];
  /** By whose clock comments were made; the server's when left out. */
  readonly timeZone?: string | undefined;
  /** For a document that leads from one text to another. */
  readonly comparison?: PdfComparison | null;
  /** What stands pale across every page; null for none. */
  readonly watermark: string | null;
  readonly words: { readonly deletedComment: string };
  /** For whom some pages are enough: whether a block of the paper is drawn, or only takes its room. */
  readonly isDrawn?: (block: number) => boolean;
}

/** Millimetres beside the paper: comments must not push the text off its grid. */
const COMMENT_COLUMN = 75;

/** A row of a list or a table that reaches over two pages, Typst sets on the second when it is hidden. */
const MAY_BE_HIDDEN: ReadonlySet<PdfBlock["kind"]> = new Set(["line", "quotation"]);

export function typesetSpeech(
  typesetter: Typesetter,
  input: PdfInput,
): {
  readonly document: NodeTypstDocument;
  readonly model: PdfModel;
  readonly replaced: readonly ReplacedFont[];
} {
  const faces = typesetter.facesFor(input.paper.fonts);
  const model = pdfModel(input, faces);
  return { document: typesetter.compile(TEMPLATE, model), model, replaced: faces.replaced };
}

/** What the template is given. */
function pdfModel(
  {
    document,
    paper,
    numberingStyle,
    title,
    names,
    threads,
    comparison = null,
    timeZone,
    watermark,
    words,
    isDrawn = () => true,
  }: PdfInput,
  { faces, replaced }: Faces,
): PdfModel {
  const inks = new Map<string, number>();
  const margin = marginComments(document, threads, { ...words, timeZone });
  let lines = 0;
  const blocks = blocksOf(
    {
      paper,
      headings: numbersOf(document, numberingStyle).values(),
      nextLine: () => {
        lines += 1;
        return lines - 1;
      },
      isMoved: movesOf(document),
      colourOf: colours(inks),
      commentsAfter: margin.after,
    },
    document,
  );
  return {
    title,
    description: replacedNote(replaced),
    paper: { ...paper, faces, commentColumn: margin.comments.length > 0 ? COMMENT_COLUMN : 0 },
    comparison,
    proposers:
      comparison !== null
        ? []
        : [...inks].flatMap(([person, ink]) => {
            const name = names.get(person);
            return name === undefined ? [] : [{ name, ink }];
          }),
    blocks,
    drawn: blocks.map(({ kind }, block) => !MAY_BE_HIDDEN.has(kind) || isDrawn(block)),
    comments: margin.comments,
    wholeComments: margin.whole,
    watermark: watermark === null ? null : { text: watermark, size: watermarkSize(watermark, paper) },
  };
}

/** Looked for at the first suggestion: a clean copy, which the preview makes after every few keys, has none. */
function movesOf(document: DocumentNode): PdfContext["isMoved"] {
  let moves: ReadonlySet<string> | undefined;
  return ({ id }) => {
    moves ??= new Set(
      movesIn(documentSchema().nodeFromJSON(document)).map(({ suggestion }) => suggestion.id),
    );
    return moves.has(id);
  };
}

/** In the file's properties. */
export function replacedNote(replaced: readonly ReplacedFont[]): string {
  if (replaced.length === 0) return "";
  return `字体代用：${replaced.map(({ named, by }) => `${named}以 ${by} 代替`).join("，")}`;
}
