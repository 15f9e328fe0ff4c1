/**
 * Who typed what stands in a speech, read from the Yjs items themselves: each carries the client id
 * under which it was made, so nothing is kept for it in the document and nothing can be claimed.
 * Whose client id that is, only the server knows (docs/decisions/03-client-ids.md).
 */
import * as Y from "yjs";
import { countedUnits } from "@/core/text/count";
import { type CarriedRun, NOTHING_CARRIED } from "./carried-runs";
import type { IdRanges } from "./id-ranges";
import type { StruckRange } from "./struck-ranges";

/** A stretch of text without a break or the edge of a block in it. */
export interface AuthorText {
  /** ProseMirror position before its first character. */
  readonly from: number;
  readonly text: string;
  /** In order, together as long as the text; neighbours are of different clients. */
  readonly runs: readonly AuthorRun[];
}

export interface AuthorRun {
  readonly clientId: number;
  /** In UTF-16 units, as Yjs and ProseMirror measure. */
  readonly length: number;
}

export interface AuthorTexts {
  readonly texts: readonly AuthorText[];
  /** Of the ProseMirror document's content: another size there means that it isn't of this moment. */
  readonly size: number;
}

/**
 * Reads the whole fragment; `isLeaf` tells nodes without inside (size 1 in ProseMirror) by name. Letters
 * that were `carried` count as their typist's.
 */
export function readAuthorTexts(
  fragment: Y.XmlFragment,
  isLeaf: (nodeName: string) => boolean,
  carried: IdRanges<CarriedRun> = NOTHING_CARRIED,
): AuthorTexts {
  const texts: AuthorText[] = [];
  const read = (parent: Y.XmlFragment, start: number): number => {
    let pos = start;
    let open: { from: number; text: string; runs: { clientId: number; length: number }[] } | null = null;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        // Formatting splits a line into several texts.
        if (open === null) open = { from: pos, text: "", runs: [] };
        pos += appendText(open, child, carried);
        if (open.text !== "" && texts.at(-1) !== open) texts.push(open);
      } else if (child instanceof Y.XmlElement) {
        open = null;
        pos = isLeaf(child.nodeName) ? pos + 1 : read(child, pos + 1) + 1;
      }
    }
    return pos;
  };
  return { size: read(fragment, 0), texts };
}

/** Returns the length of what was appended. */
function appendText(
  line: { text: string; runs: { clientId: number; length: number }[] },
  text: Y.XmlText,
  carried: IdRanges<CarriedRun>,
): number {
  let length = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const part of carried.find({ clientId: client, clock, length: item.length })) {
      const clientId = part.held?.typedBy ?? client;
      const last = line.runs.at(-1);
      if (last?.clientId === clientId) last.length += part.length;
      else line.runs.push({ clientId, length: part.length });
    }
    line.text += item.content.str;
    length += item.length;
  }
  return length;
}

/**
 * Where the characters of each line begin, of the lines that were counted last: most are the same the next
 * time, and finding them anew takes longer than all the rest.
 */
let lastCounted: ReadonlyMap<string, readonly number[]> = new Map();

/**
 * Characters per client id between two positions, counted as the whole speech is, so that all
 * together are its length. A word that several people typed counts for who typed its first letter.
 * @param struck what is struck out and doesn't count, of the same moment, in the document's order
 */
export function charactersByClient(
  { texts }: AuthorTexts,
  range: { readonly from: number; readonly to: number },
  struck: readonly StruckRange[] = [],
): Map<number, number> {
  const characters = new Map<number, number>();
  const counted = new Map<string, readonly number[]>();
  let next = 0;
  for (const line of texts) {
    const { from } = line;
    if (from < range.from || from >= range.to) continue;
    while ((struck[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    const { text, runs } = withoutStruck(line, struck, next);
    let index = 0;
    let end = runs[0]?.length ?? 0;
    const starts = lastCounted.get(text) ?? [...countedUnits(text)];
    counted.set(text, starts);
    for (const start of starts) {
      while (start >= end && index < runs.length - 1) {
        index += 1;
        end += runs[index]?.length ?? 0;
      }
      const clientId = runs[index]?.clientId;
      if (clientId !== undefined) characters.set(clientId, (characters.get(clientId) ?? 0) + 1);
    }
  }
  lastCounted = counted;
  return characters;
}

/** Of a line what isn't struck out; those before `first` end before it. */
function withoutStruck(
  { from, text, runs }: AuthorText,
  struck: readonly StruckRange[],
  first: number,
): Pick<AuthorText, "text" | "runs"> {
  const end = from + text.length;
  if ((struck[first]?.from ?? end) >= end) return { text, runs };
  const left: AuthorRun[] = [];
  let words = "";
  let start = from;
  for (const { clientId, length } of runs) {
    let at = start;
    start += length;
    const take = (to: number) => {
      if (to <= at) return;
      words += text.slice(at - from, to - from);
      left.push({ clientId, length: to - at });
    };
    for (let index = first; (struck[index]?.from ?? end) < start; index += 1) {
      const { from: begins = end, to: ends = end } = struck[index] ?? {};
      take(begins);
      at = Math.max(at, ends);
    }
    take(start);
  }
  return { text: words, runs: left };
}
