/** What typesetting gives the preview, whichever kind of paper it is. */
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { Preview } from "@/core/preview";
import type { BlockPages } from "./block-pages";
import type { SvgPage } from "./svg-pages";

export interface MadePages extends Pick<Preview, "page" | "replaced" | "missing" | "places"> {
  readonly document: NodeTypstDocument;
  /** False for a page on which something may be missing. */
  isDrawn(page: number): boolean;
  /** Helps with the next time; null where all is drawn anyway. */
  readonly blocks: BlockPages | null;
  /** How the paper ends, read from its last page's picture; undefined for a paper without pages. */
  endOf(last: SvgPage | undefined): Pick<Preview, "lastPageLines" | "lastLineCharacters">;
}
