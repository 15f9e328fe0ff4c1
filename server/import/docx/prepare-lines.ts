/** Paragraphs that exist only for the looks of the page are taken away or put together first. */

import { salutationPrefix } from "@/core/text/import/title-block";
import { piecesText, splitPieces } from "./pieces";
import type { SourceBlock, SourceLine } from "./source";

/** `namesEverything`: our own export, where an empty paragraph is one of the speech's. */
export function prepareLines(blocks: readonly SourceBlock[], namesEverything: boolean): SourceBlock[] {
  const prepared: SourceBlock[] = [];
  for (const block of blocks) {
    const before = prepared.at(-1);
    if (block.kind === "line" && before?.kind === "line" && before.runsOn) {
      prepared[prepared.length - 1] = joinedLines(before, block);
    } else if (block.kind === "table" || !isForLooks(block, before, namesEverything)) {
      prepared.push(...(block.kind === "line" && !namesEverything ? partedSalutation(block) : [block]));
    }
  }
  return prepared;
}

function joinedLines(first: SourceLine, second: SourceLine): SourceLine {
  const pieces = [...first.pieces, ...second.pieces];
  return { ...first, pieces, end: second.end, runsOn: second.runsOn, isRunIn: true };
}

function isForLooks(line: SourceLine, before: SourceBlock | undefined, namesEverything: boolean): boolean {
  if (piecesText(line.pieces).trim() !== "") return false;
  // Ours stands behind each table, and comes and goes with it.
  if (namesEverything) return line.style.role === "tableText" && before?.kind === "table";
  const isProposed = line.end.inserted !== null || line.end.deleted !== null;
  return !isProposed && line.pieces.every(({ inserted, deleted }) => inserted === null && deleted === null);
}

/** 各位代表：现在，我代表… is a salutation and a paragraph. */
function partedSalutation(line: SourceLine): SourceLine[] {
  const text = piecesText(line.pieces);
  const indent = text.length - text.trimStart().length;
  const prefix = salutationPrefix(text.slice(indent));
  const [called, rest] = splitPieces(line.pieces, indent + prefix);
  const isSettled = called.every(({ inserted, deleted }) => inserted === null && deleted === null);
  if (prefix === 0 || !isSettled || line.was !== null || line.style.outline !== null) return [line];
  const stays = { inserted: null, deleted: null };
  return [
    { ...line, pieces: called, end: stays },
    { ...line, pieces: rest },
  ];
}
