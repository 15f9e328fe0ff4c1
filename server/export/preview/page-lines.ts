/** The lines of text on a page, read from its picture: what stands on paper, however it came there. */
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";

export interface PageLine {
  /** Of the baseline, points from the page's upper edge. */
  readonly y: number;
  /** Letters, marks and digits; a space has no outline and may be missing. */
  readonly letters: number;
}

/** SVG's matrix(a b c d e f). */
type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Cells of a row that stand in their middle are nearer to each other than lines, by parts of the type's size. */
const ONE_LINE = 0.7;

/** Top to bottom, without the page number. */
export function pageLines(source: Buffer, { page, margins, tableSize }: PaperStyle): PageLine[] {
  const lowest = (page.height - margins.bottom) * POINTS_PER_MM;
  const runs = textRuns(source.toString())
    .filter(({ y, letters }) => y <= lowest && letters > 0)
    .sort((one, other) => one.y - other.y);
  const lines: PageLine[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last !== undefined && run.y - last.y < tableSize * ONE_LINE) {
      lines[lines.length - 1] = { y: last.y, letters: last.letters + run.letters };
    } else lines.push(run);
  }
  return lines;
}

function textRuns(source: string): PageLine[] {
  const around: Matrix[] = [IDENTITY];
  const runs: PageLine[] = [];
  for (const [element, , attributes = ""] of source.matchAll(/<\/?(g|use)\b([^>]*)>/g)) {
    if (element === "</g>") around.pop();
    else if (element.startsWith("<use")) {
      const run = runs.at(-1);
      if (run !== undefined) runs[runs.length - 1] = { ...run, letters: run.letters + 1 };
    } else {
      const matrix = times(around.at(-1) ?? IDENTITY, matrixOf(attributes));
      if (!attributes.endsWith("/")) around.push(matrix);
      if (attributes.includes('class="typst-text"')) runs.push({ y: matrix[5], letters: 0 });
    }
  }
  return runs;
}

function matrixOf(attributes: string): Matrix {
  const numbers = /transform="matrix\(([^)]*)\)"/.exec(attributes)?.[1]?.split(" ").map(Number) ?? [];
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined) return IDENTITY;
  return d === undefined || e === undefined || f === undefined ? IDENTITY : [a, b, c, d, e, f];
}

/** SVG 2, 8.5: the outer one is applied last. */
function times([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix {
  const [ia, ib, ic, id, ie, i] = inner;
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * i + e,
    b * ie + d * i + f,
  ];
}
