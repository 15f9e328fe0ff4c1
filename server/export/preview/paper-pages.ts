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
import { blockPages, type ReportedPlace } from "./block-pages";
import { lastText, lettersRunningOver } from "./last-text";
import type { MadePages } from "./made-pages";
import { pageLines } from "./page-lines";
import { type NearPages, typesetNear } from "./typeset-near";

/** `document` with its suggestions, which are shown as if accepted. `near`: null to draw all pages. */
export function paperPages(
  typesetter: Typesetter,
  document: DocumentNode,
  { paper, numberingStyle }: { readonly paper: PaperStyle; readonly numberingStyle: NumberingStyle },
  near: NearPages | null,
): MadePages {
  // What isn't on paper (title, comments) is left out.
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const parts = partsOf(content);
  const typeset = (drawn: ReadonlySet<number> | null) => {
    const made = typesetSpeech(typesetter, {
      ...parts,
      paper,
      numberingStyle,
      title: "",
      watermark: null,
      words: WORDS,
      isDrawn: (block) => drawn === null || drawn.has(block),
    });
    const [places = []] = typesetter.values(made.document, "places") as ReportedPlace[][]; // as template/page.ts writes it
    return { made, places, blocks: blockPages(made.model.blocks, places) };
  };
  const { made, places, blocks, isDrawn } =
    near === null ? { ...typeset(null), isDrawn: () => true } : typesetNear(near, typeset);
  return {
    document: made.document,
    page: paper.page,
    replaced: made.replaced,
    missing: typesetter.missingIn(nodeText(parts.document)),
    places: placesOf(document, places, paper),
    blocks,
    isDrawn,
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
function placesOf(document: DocumentNode, all: readonly ReportedPlace[], paper: PaperStyle): PreviewPlace[] {
  const blocks = acceptedBlocks(documentSchema().nodeFromJSON(document));
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
