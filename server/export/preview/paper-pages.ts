/** The clean copy on its paper, for the preview: as the file that would be exported. */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";
import type { PreviewPlace } from "@/core/preview";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import { partsOf, WORDS } from "../fill-order";
import type { Typesetter } from "../pdf/typesetter";
import { typesetSpeech } from "../pdf/write-pdf";
import { lastText, lettersRunningOver } from "./last-text";
import type { MadePages } from "./made-pages";
import { pageLines } from "./page-lines";

/** A line's beginning or end, as the template reports it. */
interface ReportedPlace {
  readonly id: number;
  readonly end: boolean;
  /** From 1. */
  readonly page: number;
  /** Points. */
  readonly y: number;
}

/** `document` with its suggestions, which are shown as if accepted. */
export function paperPages(
  typesetter: Typesetter,
  document: DocumentNode,
  { paper, numberingStyle }: { readonly paper: PaperStyle; readonly numberingStyle: NumberingStyle },
): MadePages {
  // What isn't on paper (title, comments) is left out.
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const parts = partsOf(content);
  const made = typesetSpeech(typesetter, {
    ...parts,
    paper,
    numberingStyle,
    title: "",
    watermark: null,
    words: WORDS,
  });
  return {
    document: made.document,
    page: paper.page,
    replaced: made.replaced,
    missing: typesetter.missingIn(nodeText(parts.document)),
    places: placesOf(document, typesetter.values(made.document, "places"), paper),
    endOf(last) {
      const lines = last === undefined ? [] : pageLines(last.source, paper);
      const words = lastText(made.model.blocks);
      return {
        lastPageLines: lines.length,
        lastLineCharacters: words === null ? null : lettersRunningOver(words, lines.at(-1)?.letters ?? 0),
      };
    },
  };
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
