/**
 * The reading copy as a .docx: real ruby, and the pages that typesetting found, since Word can't be told to
 * keep sentences together. Pages are given fewer lines than they hold, since Word's may come out longer.
 */
import { CUE_SIGNS } from "@/core/document/reading-aids";
import type { PaperFonts, PaperStyle } from "@/core/paper/paper-style";
import { CUE_INK } from "@/core/paper/reading-copy";
import { halfPoints } from "../docx/measures";
import { W } from "../docx/namespaces";
import { Numbering } from "../docx/numbering";
import {
  contentTypes,
  corePropertiesXml,
  documentRelations,
  packageRelations,
  settingsXml,
} from "../docx/package-parts";
import { sectionXml } from "../docx/page";
import { type StyleId, stylesXml } from "../docx/styles";
import { headerXml } from "../docx/watermark";
import { joined, type Xml, xml, xmlPart, xmlText } from "../docx/xml";
import { zipParts } from "../docx/zip-parts";
import { FOOT, footParagraph, readingFooter } from "./docx-foot";
import type { ReadingBlock, ReadingLook, ReadingModel, ReadingPiece, ReadingRun } from "./model";

export interface ReadingDocxInput {
  readonly model: ReadingModel;
  readonly pages: readonly (readonly ReadingPiece[])[];
  readonly paper: PaperStyle;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** What stands pale across every page; null for none. */
  readonly watermark: string | null;
}

/** Paler than in a handout: the eye must not stop at it. */
const FAINT = ".35";
/** Beyond that, a line too many still runs into the blank third rather than over to a page of its own. */
const SPARE_MM = 50;

/** What goes on where a page begins, in its line or behind a break that isn't written. */
const REST = { id: "ReadingRest", name: "接上页", font: "body", firstLine: 0 } as const;
const REST_LINE = { ...REST, id: "ReadingRestLine", name: "接上页另行" } as const;
/** Of the text's size. */
const APPLAUSE = 0.62;

export function writeReadingDocx({ model, pages, paper, madeAt, watermark }: ReadingDocxInput): Uint8Array {
  const own = { hasComments: false, hasHeaders: watermark !== null };
  const { margins, pageNumber } = paper;
  const roomy = {
    ...paper,
    margins: { ...margins, bottom: margins.bottom - SPARE_MM },
    pageNumber: { ...pageNumber, gap: pageNumber.gap - SPARE_MM },
  };
  const body = joined(pages.map((_, index) => pageXml(model, pages, index, paper)));
  const parts: Record<string, string> = {
    "[Content_Types].xml": xmlPart(contentTypes(own)),
    "_rels/.rels": xmlPart(packageRelations()),
    "docProps/core.xml": xmlPart(corePropertiesXml(model.title, madeAt)),
    "word/document.xml": xmlPart(
      xml("w:document", W, xml("w:body", {}, body, sectionXml(roomy, own.hasHeaders))),
    ),
    "word/_rels/document.xml.rels": xmlPart(documentRelations(own)),
    "word/styles.xml": xmlPart(stylesXml(paper, W, [FOOT, REST, REST_LINE])),
    "word/settings.xml": xmlPart(settingsXml(paper, W)),
    "word/numbering.xml": xmlPart(new Numbering().toXml(W, paper.bodySize)),
    "word/footer1.xml": xmlPart(readingFooter(paper, W)),
    "word/footer2.xml": xmlPart(readingFooter(paper, W)),
  };
  if (watermark !== null) {
    // Of the text, as in the PDF: the section's own lower margin is smaller by what is spared.
    const middle = (margins.top + paper.page.height - margins.bottom) / 2;
    for (const number of [1, 2]) {
      const place = { number, namespaces: W, middle, opacity: FAINT };
      parts[`word/header${number}.xml`] = xmlPart(headerXml(watermark, paper, place));
    }
  }
  return zipParts(parts);
}

function pageXml(
  model: ReadingModel,
  pages: ReadingDocxInput["pages"],
  index: number,
  paper: PaperStyle,
): Xml {
  const pieces = pages[index] ?? [];
  const next = pages[index + 1]?.[0];
  const words = next === undefined ? null : model.blocks[next.block]?.sentences[next.from]?.foot;
  const written = pieces.map((piece, at) => pieceXml(model, piece, paper, index > 0 && at === 0));
  // What stands at the foot hangs on the paragraph behind it.
  const foot = words == null ? [] : [footParagraph(words, paper)];
  return joined([...written.slice(0, -1), ...foot, ...written.slice(-1)]);
}

const STYLES: Readonly<Record<ReadingLook, StyleId>> = {
  title: "Title",
  centred: "SpeechByline",
  flush: "SpeechSalutation",
  heading: "Normal",
  text: "Normal",
};

function pieceXml(model: ReadingModel, piece: ReadingPiece, paper: PaperStyle, beginsPage: boolean): Xml {
  const block = model.blocks[piece.block];
  if (block === undefined) throw new RangeError(`no block ${piece.block}`);
  const runs = block.sentences.slice(piece.from, piece.to).flatMap((sentence) => sentence.runs);
  // A break behind which the page ends would be an empty line in Word.
  const written = piece.to < block.sentences.length && endsWithBreak(runs) ? runs.slice(0, -1) : runs;
  return xml(
    "w:p",
    {},
    xml(
      "w:pPr",
      {},
      xml("w:pStyle", { "w:val": styleOf(block, piece) }),
      beginsPage ? xml("w:pageBreakBefore") : null,
    ),
    ...written.map((run) => runXml(run, paper, block.look === "title" ? paper.titleSize : paper.bodySize)),
  );
}

const endsWithBreak = (runs: readonly ReadingRun[]): boolean => runs.at(-1)?.text === "\n";

function styleOf({ look, level, leads, sentences }: ReadingBlock, { from }: ReadingPiece): string {
  // Titles and other centred lines are on one page as a whole.
  if (from > 0) return (endsWithBreak(sentences[from - 1]?.runs ?? []) ? REST_LINE : REST).id;
  return look === "heading" && leads ? (`Heading${level ?? 1}` as StyleId) : STYLES[look]; // levels are 1–4
}

function runXml(run: ReadingRun, paper: PaperStyle, size: number): Xml {
  const look = (text: number) => properties(paper.fonts, run, text);
  if (run.cue !== null) {
    const isApplause = run.cue === "applause";
    return xml("w:r", {}, look(isApplause ? size * APPLAUSE : size), textXml(CUE_SIGNS[run.cue]));
  }
  if (run.reading === null) {
    const parts = run.text.split("\n").map(textXml);
    return xml(
      "w:r",
      {},
      look(size),
      joined(parts.flatMap((part, at) => (at === 0 ? [part] : [xml("w:br"), part]))),
    );
  }
  const { reading } = run;
  return joined([...run.text].map((letter) => rubyXml(letter, reading, look, size)));
}

/** ECMA-376 part 1, 17.3.3.25: sizes are halves of a point, the raise is the reading's foot above the line. */
function rubyXml(letter: string, reading: string, look: (size: number) => Xml, size: number): Xml {
  const small = size / 2;
  return xml(
    "w:r",
    {},
    look(size),
    xml(
      "w:ruby",
      {},
      xml(
        "w:rubyPr",
        {},
        xml("w:rubyAlign", { "w:val": "center" }),
        xml("w:hps", { "w:val": halfPoints(small) }),
        xml("w:hpsRaise", { "w:val": halfPoints(size) - 2 }),
        xml("w:hpsBaseText", { "w:val": halfPoints(size) }),
        xml("w:lid", { "w:val": "zh-CN" }),
      ),
      xml("w:rt", {}, xml("w:r", {}, look(small), textXml(reading))),
      xml("w:rubyBase", {}, xml("w:r", {}, look(size), textXml(letter))),
    ),
  );
}

const textXml = (text: string): Xml => xml("w:t", { "xml:space": "preserve" }, xmlText(text));

function properties(fonts: PaperFonts, run: ReadingRun, size: number): Xml {
  const { latin, [run.cue === "applause" ? "kai" : run.font]: eastAsia } = fonts;
  return xml(
    "w:rPr",
    {},
    xml("w:rFonts", {
      ...(!run.latin && { "w:hint": "eastAsia" }),
      "w:ascii": latin,
      "w:hAnsi": latin,
      "w:eastAsia": eastAsia,
      "w:cs": latin,
    }),
    run.bold || run.cue === "pause" || run.cue === "long-pause" ? joined([xml("w:b"), xml("w:bCs")]) : null,
    run.cue === null ? null : xml("w:color", { "w:val": CUE_INK }),
    xml("w:sz", { "w:val": halfPoints(size) }),
    xml("w:szCs", { "w:val": halfPoints(size) }),
    run.stress ? xml("w:em", { "w:val": "underDot" }) : null,
  );
}
