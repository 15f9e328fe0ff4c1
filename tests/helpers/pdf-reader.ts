/** Reads PDF files by Mozilla's pdf.js, which shares nothing with what writes them. */
import { getDocumentProxy } from "unpdf";

/** Text that stands on one baseline, from left to right. */
export interface PdfTextLine {
  readonly text: string;
  /** Points from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Where its last character ends. */
  readonly end: number;
  /** Of its first character, points. */
  readonly size: number;
}

export interface PdfFile {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly lines: readonly PdfTextLine[];
  }[];
  /** Bookmarks in order, each with those below it indented. */
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly isTagged: boolean;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push({ width, height, lines: linesOf(items.flatMap((item) => ("str" in item ? [item] : []))) });
  }
  const { info } = await file.getMetadata();
  const marked = await file.getMarkInfo();
  const outline = outlineOf((await file.getOutline()) ?? [], 0);
  return { pages, outline, info: info as Record<string, unknown>, isTagged: marked?.Marked === true };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

const outlineOf = (bookmarks: readonly Bookmark[], depth: number): string[] =>
  bookmarks.flatMap(({ title, items }) => [`${"  ".repeat(depth)}${title}`, ...outlineOf(items, depth + 1)]);

function linesOf(
  items: readonly { readonly str: string; readonly width: number; readonly transform: readonly number[] }[],
): PdfTextLine[] {
  const lines: PdfTextLine[] = [];
  for (const { str, width, transform } of items) {
    const [size = 0, , , , x = 0, y = 0] = transform;
    if (str === "") continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 0.5 && x >= last.end - size) {
      lines[lines.length - 1] = { ...last, text: last.text + str, end: x + width };
    } else lines.push({ text: str, x, y, end: x + width, size });
  }
  return lines;
}

/** All words, one line per line of the paper. */
export const pdfText = ({ pages }: PdfFile): string =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n");
