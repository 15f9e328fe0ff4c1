/**
 * Typst's one SVG of all pages below each other, taken apart into its pages. It is the compiler's own
 * output, one element a line and indented by depth, and has no word of the speech in it: letters are
 * outlines that pages refer to by id. Those ids name the outline, so equal pages have equal source.
 */
import { createHash } from "node:crypto";

export interface SvgPage {
  /** Names the content: 32 hexadecimal digits of its SHA-256. */
  readonly hash: string;
  /** The elements on it, with references to outlines. */
  readonly source: Buffer;
}

const PAGE_START = "\n    <g";
const PAGE_END = "\n    </g>\n";
const OUTLINES = '<defs id="glyph">';
const HASH_LENGTH = 32;

/** Puts outlines that `outlines` lacks into it. Throws when there aren't as many pages as there should be. */
export function svgPages(svg: string, pageCount: number, outlines: Map<string, string>): SvgPage[] {
  const outlinesAt = svg.indexOf(OUTLINES);
  const pagesEnd = outlinesAt === -1 ? svg.length : outlinesAt;
  const pages: SvgPage[] = [];
  let at = svg.indexOf(PAGE_START);
  while (at !== -1 && at < pagesEnd) {
    const start = svg.indexOf(">", at) + 1;
    const end = svg.indexOf(PAGE_END, start);
    if (end === -1) break;
    // A slice of the string would keep all of it in memory.
    pages.push(pageOf(Buffer.from(svg.slice(start, end))));
    at = svg.indexOf(PAGE_START, end + PAGE_END.length - 1);
  }
  if (pages.length !== pageCount) throw new Error(`${pages.length} of ${pageCount} pages were found`);
  if (outlinesAt !== -1) readOutlines(svg, outlinesAt, outlines);
  return pages;
}

function pageOf(source: Buffer): SvgPage {
  return { source, hash: createHash("sha256").update(source).digest("hex").slice(0, HASH_LENGTH) };
}

function readOutlines(svg: string, from: number, outlines: Map<string, string>): void {
  const symbols = /<symbol id="(\w+)"[^>]*>([\s\S]*?)<\/symbol>/g;
  symbols.lastIndex = from;
  for (let found = symbols.exec(svg); found !== null; found = symbols.exec(svg)) {
    const [, id = "", outline = ""] = found;
    if (!outlines.has(id)) outlines.set(id, shortened(outline.trim()));
  }
}

/** Hundredths of a point are more than any screen shows; without the digits behind them an outline is much shorter. */
function shortened(outline: string): string {
  return outline
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/(<path d=")([^"]*)/g, (_, start: string, shape: string) => start + dense(shape));
}

/** As little between numbers as SVG's grammar of shapes asks for. */
function dense(shape: string): string {
  return shape
    .replace(/ ?([MmLlHhVvQqCcZz]) ?/g, "$1")
    .replace(/ -/g, "-")
    .replace(/(?<![\d.])0\./g, ".");
}
