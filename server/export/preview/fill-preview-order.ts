/** What the preview process does with an order: a speech as a list of pages, or the picture of one. */
import { createHash } from "node:crypto";
import * as Y from "yjs";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";
import type { Preview, PreviewPlace } from "@/core/preview";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { documentIn } from "../../sync/snapshot";
import { partsOf, WORDS } from "../fill-order";
import type { Typesetter } from "../pdf/typesetter";
import { typesetSpeech } from "../pdf/write-pdf";
import { KeptPages } from "./kept-pages";
import { lastText, lettersRunningOver } from "./last-text";
import { pageLines } from "./page-lines";
import { pagePicture } from "./page-picture";
import type { PageOrder, PreviewAnswer, PreviewOrder, SpeechOrder } from "./previewing";
import { svgPages } from "./svg-pages";

/** A line's beginning or end, as the template reports it. */
interface ReportedPlace {
  readonly id: number;
  readonly end: boolean;
  /** From 1. */
  readonly page: number;
  /** Points. */
  readonly y: number;
}

export function fillPreviewOrders(typesetter: Typesetter): (order: PreviewOrder) => PreviewAnswer {
  const kept = new KeptPages();
  /** Of all pages: a letter in one font and size is drawn alike in every speech. */
  const outlines = new Map<string, string>();

  function speech({ key, update, paper, numberingStyle }: SpeechOrder): Preview {
    const source = createHash("sha256")
      .update(JSON.stringify([paper, numberingStyle]))
      .update(update)
      .digest("base64");
    const known = kept.latest(key, source);
    if (known !== null) return known;
    const document = documentOf(update);
    // As the file of the clean copy; what isn't on paper (title, comments) is left out.
    const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
    const made = typesetSpeech(typesetter, {
      ...partsOf(content),
      paper,
      numberingStyle,
      title: "",
      watermark: null,
      words: WORDS,
    });
    const pages = svgPages(typesetter.svg(made.document), made.document.numOfPages, outlines);
    const last = pages.at(-1);
    const lines = last === undefined ? [] : pageLines(last.source, paper);
    const words = lastText(made.model.blocks);
    const preview: Preview = {
      pages: pages.map(({ hash }) => hash),
      page: paper.page,
      lastPageLines: lines.length,
      lastLineCharacters: words === null ? null : lettersRunningOver(words, lines.at(-1)?.letters ?? 0),
      replaced: made.replaced,
      places: placesOf(document, typesetter.values(made.document, "places"), paper),
    };
    kept.keep(key, { source, preview }, pages);
    return preview;
  }

  function page({ key, hash }: PageOrder): Uint8Array | null {
    const known = kept.page(key, hash);
    if (known === null) return null;
    return Buffer.from(pagePicture(known.source, known, outlines));
  }

  return (order) => (order.kind === "speech" ? speech(order) : page(order));
}

function documentOf(update: Uint8Array): DocumentNode {
  const doc = createSharedDocument();
  try {
    Y.applyUpdate(doc, update);
    return documentIn(doc);
  } finally {
    doc.destroy();
  }
}

/** The template counts its lines as the text with everything accepted counts its blocks. */
function placesOf(document: DocumentNode, reported: readonly unknown[], paper: PaperStyle): PreviewPlace[] {
  const blocks = acceptedBlocks(documentSchema().nodeFromJSON(document));
  const [all = []] = reported as ReportedPlace[][]; // as template/page.ts writes it
  // Backwards: what a table's head says again on each page stands where it is said first.
  const begins = new Map([...all].reverse().flatMap((place) => (place.end ? [] : [[place.id, place]])));
  if (begins.size !== blocks.length) return [];
  const height = paper.page.height * POINTS_PER_MM;
  return blocks.flatMap(({ positions: [position] }, index) => {
    const place = begins.get(index);
    if (position === undefined || place === undefined) return [];
    return [{ position, page: place.page - 1, top: Math.round((place.y / height) * 1000) / 1000 }];
  });
}
