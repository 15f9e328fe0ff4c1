/**
 * Texts of versions as they are stored. A block is one line; a text is either whole or, with a whole
 * one as its base, the lines that differ. Never more than one step to the whole text, so any version
 * can be read, and thinned away, without the others.
 */
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { DocumentNode } from "@/core/document/schema";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** A line of its own, or [first, count] of the base's lines. */
type Entry = string | readonly [first: number, count: number];

/** A difference larger than this share of its base makes the next text a whole one. */
const LARGEST_DIFFERENCE = 0.5;

/** A whole text that others may refer to. */
export interface WholeText {
  readonly lines: readonly string[];
  /** Of its encoded bytes. */
  readonly size: number;
}

export const lineOf = (block: DocumentNode): string => JSON.stringify(block);

/** A document's blocks as lines. */
export const linesOf = (document: DocumentNode): string[] => (document.content ?? []).map(lineOf);

/** As a difference to `whole`, if there is one and that is small; else whole. */
export async function writeText(
  lines: readonly string[],
  whole: WholeText | null,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  if (whole !== null) {
    const bytes = await encodeLines(lines, whole.lines);
    if (bytes.length <= whole.size * LARGEST_DIFFERENCE) return { bytes, isWhole: false };
  }
  return { bytes: await encodeLines(lines, null), isWhole: true };
}

export function documentOf(lines: readonly string[]): DocumentNode {
  // Lines are what linesOf() made of a document's blocks.
  return { type: "doc", content: lines.map((line) => JSON.parse(line) as DocumentNode) };
}

/** `base` are the lines of the whole text that this one refers to; null writes a whole one. */
export function encodeLines(lines: readonly string[], base: readonly string[] | null): Promise<Buffer> {
  const entries = base === null ? lines : difference(lines, base);
  const json = Buffer.from(JSON.stringify(entries));
  return compress(json, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // 9 is within 2 % of 11 for these texts, at a tenth of its time.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  });
}

export async function decodeLines(bytes: Uint8Array, base: readonly string[] | null): Promise<string[]> {
  return linesIn(await decompress(bytes), base);
}

/** Of what was decompressed. */
export function linesIn(json: Buffer, base: readonly string[] | null): string[] {
  const entries = JSON.parse(json.toString()) as readonly Entry[]; // what encodeLines() wrote
  return entries.flatMap((entry) => {
    if (typeof entry === "string") return [entry];
    const [first, count] = entry;
    return (base ?? []).slice(first, first + count);
  });
}

function difference(lines: readonly string[], base: readonly string[]): Entry[] {
  const places = new Map<string, number>();
  for (const [index, line] of base.entries()) if (!places.has(line)) places.set(line, index);
  const entries: Entry[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const next = Array.isArray(last) ? last[0] + last[1] : -1;
    if (base[next] === line && Array.isArray(last)) entries[entries.length - 1] = [last[0], last[1] + 1];
    else {
      const place = places.get(line);
      entries.push(place === undefined ? line : [place, 1]);
    }
  }
  return entries;
}
