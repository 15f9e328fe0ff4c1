/**
 * Speeches as pages while they are typed. A process of its own, so that nobody waits for somebody's
 * hundred pages of PDF; it keeps what it typeset, which makes the next time fast, and ends when nobody
 * looks any more. Several people at one speech share what is made, and it is made of the text as it is
 * when its turn comes.
 */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { PageRange, Preview } from "@/core/preview";
import type { NumberingStyle } from "@/core/speech";
import { createProcessCalls } from "../../workers/process-calls";

/** The clean copy on the office's paper, or a reading copy in its size of type (points). */
export type PagesLayout =
  | { readonly kind: "paper"; readonly paper: PaperStyle }
  | { readonly kind: "reading"; readonly size: ReadingSize };

/** What a list of pages is made from. */
export interface SpeechText {
  /** The whole text as one Yjs update. */
  readonly update: Uint8Array;
  readonly layout: PagesLayout;
  readonly numberingStyle: NumberingStyle;
}

export interface SpeechOrder extends SpeechText {
  readonly kind: "speech";
  /** Names the speech and its layout. */
  readonly key: string;
  /** The pages that must be drawn; null for all. Others are where that costs nothing. */
  readonly near: readonly PageRange[] | null;
}

export interface PageOrder {
  readonly kind: "page";
  readonly key: string;
  readonly hash: string;
}

export type PreviewOrder = SpeechOrder | PageOrder;
export type PreviewAnswer = Preview | Uint8Array | null;

export interface Previewing {
  /**
   * `read` is asked when the process is free. `near`: the pages that must be drawn; all when left out. Throws
   * `too-many-requests` while too many speeches wait.
   */
  speech(key: string, read: () => Promise<SpeechText>, near?: PageRange): Promise<Preview>;
  /** SVG in gzip; null when the process doesn't know it (any more): the list is asked for again. */
  page(key: string, hash: string): Promise<Uint8Array | null>;
  /** Ends the process; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A hundred pages take a second; the first order waits for the fonts too, which a busy machine is long about. */
const LIMIT_MS = 60_000;
/** Fonts and a few speeches of a hundred pages take about 450 MB. */
const MOST_MEMORY = 700 * 2 ** 20;
/** Starting again takes a second and a half, most of it fonts. */
const IDLE_MS = 5 * 60_000;

export interface PreviewingOptions {
  /** The office's own fonts. */
  readonly fontDir: string | undefined;
  readonly limitMs?: () => number;
  readonly idleMs?: number;
}

/** People who look at one speech at once are near so many places at most; past that all is drawn. */
const MOST_RANGES = 20;

function withRange(ranges: SpeechOrder["near"], { from, to }: PageRange): SpeechOrder["near"] {
  if (ranges === null || ranges.some((range) => range.from <= from && to <= range.to)) return ranges;
  return ranges.length < MOST_RANGES ? [...ranges, { from, to }] : null;
}

export function createPreviewing(options: PreviewingOptions): Previewing {
  const { fontDir, limitMs = () => LIMIT_MS, idleMs = IDLE_MS } = options;
  // Bundled, this is in dist/main.js and the process beside it.
  const isSource = import.meta.url.endsWith(".ts");
  const calls = createProcessCalls<PreviewOrder, PreviewAnswer>({
    file: new URL(isSource ? "./preview-process.ts" : "./preview-process.js", import.meta.url),
    args: fontDir === undefined ? [] : [fontDir],
    limitMs,
    idleMs,
    mostMemory: MOST_MEMORY,
  });
  const waiting = new Map<string, { readonly preview: Promise<Preview>; near: SpeechOrder["near"] }>();
  let last: Promise<unknown> = Promise.resolve();

  async function made(key: string, read: () => Promise<SpeechText>, before: Promise<unknown>) {
    await before;
    const near = waiting.get(key)?.near ?? null;
    waiting.delete(key);
    const text = await read();
    return (await calls.call({ kind: "speech", key, near, ...text })) as Preview; // what such an order is answered with
  }

  return {
    async speech(key, read, near) {
      const asked = waiting.get(key);
      if (asked !== undefined) {
        asked.near = near === undefined ? null : withRange(asked.near, near);
        return asked.preview;
      }
      if (waiting.size >= LIMITS.previewsWaiting) throw new AppError("too-many-requests", "previews wait");
      const preview = made(key, read, last);
      last = preview.catch(() => {});
      waiting.set(key, { preview, near: near === undefined ? null : [near] });
      return preview;
    },
    page: async (key, hash) => (await calls.call({ kind: "page", key, hash })) as Uint8Array | null, // likewise
    close: calls.close,
  };
}
