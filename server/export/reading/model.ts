/** A speech cut into sentences for its reader: what the reading copy's template and Word file are made of. */
import type { CueKind } from "@/core/document/reading-aids";
import type { Face, FontRole } from "../pdf/model";

/** A stretch of one look, or a cue. */
export interface ReadingRun {
  readonly text: string;
  readonly font: FontRole;
  /** Quotation marks, dashes and dots are Latin (../latin-signs.ts). */
  readonly latin: boolean;
  readonly bold: boolean;
  readonly stress: boolean;
  /** Above each of its characters. */
  readonly reading: string | null;
  readonly cue: CueKind | null;
}

/** A sentence, or a part of a long one behind which a page may end. */
export interface Sentence {
  readonly runs: readonly ReadingRun[];
  /** The next one belongs to the same sentence. */
  readonly goesOn: boolean;
  /** Its first words, for the foot of the page before, where this begins a page. */
  readonly foot: string;
}

export type ReadingLook = "title" | "centred" | "flush" | "heading" | "text";

export interface ReadingBlock {
  readonly look: ReadingLook;
  /** Of headings 1–4, 0 for a title; null for all else. */
  readonly level: number | null;
  readonly sentences: readonly Sentence[];
  /** Stays on a page with the beginning of what follows. */
  readonly leads: boolean;
}

/** What stands on a page: sentences `from` to before `to` of the block at this index. */
export interface ReadingPiece {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

export interface ReadingModel {
  readonly title: string;
  readonly description: string;
  readonly faces: Readonly<Record<FontRole, Face>>;
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly linePitch: number;
  readonly titleSize: number;
  readonly bodySize: number;
  /** Its size in points. */
  readonly watermark: { readonly text: string; readonly size: number } | null;
  readonly signs: Readonly<Record<CueKind, string>>;
  readonly blocks: readonly ReadingBlock[];
}
