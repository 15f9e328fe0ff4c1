/**
 * What changed in a line of text, word by word. Clauses are compared first and words only inside those
 * that differ, so that a word common to two unrelated clauses doesn't tie them together.
 */
import { diffArrays } from "diff";
import { clauses, words } from "./words";

/** Stretches of both texts in order; a replaced stretch has both sides, an unchanged one equal sides. */
export interface TextEdit {
  readonly same: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Beyond so many differing pieces it is another text, and shown as one. */
const MOST_DIFFERENCES = 2000;
/** One character such as 的 that stays between two changed words only breaks them up for the reader. */
const LARGE_CHANGE = 2;
const SENTENCE_END = /[。！？；.!?;\n]$/u;
const CLAUSE_END = /[，、：,:]$/u;

export function textEdits(before: string, after: string): TextEdit[] {
  const edits = sequenceEdits(clauses(before), clauses(after)).flatMap((edit) =>
    edit.same || edit.before.length === 0 || edit.after.length === 0
      ? [edit]
      : withoutCrumbs(sequenceEdits(words(edit.before.join("")), words(edit.after.join("")))),
  );
  return settle(edits);
}

function sequenceEdits(before: readonly string[], after: readonly string[]): TextEdit[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_DIFFERENCES });
  if (parts === undefined) return [{ same: false, before, after }];
  const edits: TextEdit[] = [];
  for (const { value, added, removed } of parts) {
    const last = edits.at(-1);
    if (!added && !removed) edits.push({ same: true, before: value, after: value });
    else if (last === undefined || last.same) {
      edits.push({ same: false, before: removed ? value : [], after: added ? value : [] });
    } else {
      edits[edits.length - 1] = {
        same: false,
        before: removed ? [...last.before, ...value] : last.before,
        after: added ? [...last.after, ...value] : last.after,
      };
    }
  }
  return edits;
}

function withoutCrumbs(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const [index, edit] of edits.entries()) {
    const last = kept.at(-1);
    const next = edits[index + 1];
    const isCrumb = edit.same && /^[\p{L}\s]?$/u.test(edit.before.join("")) && isLarge(last) && isLarge(next);
    if (last !== undefined && !last.same && (isCrumb || !edit.same)) {
      kept[kept.length - 1] = joined(last, edit);
    } else kept.push(edit);
  }
  return kept;
}

function isLarge(edit: TextEdit | undefined): boolean {
  if (edit === undefined || edit.same) return false;
  return Math.max(edit.before.join("").length, edit.after.join("").length) >= LARGE_CHANGE;
}

function joined(one: TextEdit, other: TextEdit): TextEdit {
  return {
    same: one.same && other.same,
    before: [...one.before, ...other.before],
    after: [...one.after, ...other.after],
  };
}

/**
 * Of two equal sentences side by side it can't be told which one is new, and a comparison may take the
 * end of one and the beginning of the other: turns such an addition or deletion to where a sentence
 * begins.
 */
function settle(edits: readonly TextEdit[]): TextEdit[] {
  const settled = [...edits];
  for (let index = 1; index + 1 <= settled.length; index += 1) {
    const edit = settled[index];
    const previous = settled[index - 1];
    const next = settled[index + 1] ?? { same: true, before: [], after: [] };
    if (edit === undefined || previous === undefined || edit.same || !previous.same || !next.same) continue;
    if (edit.before.length > 0 && edit.after.length > 0) continue;
    const side = edit.before.length > 0 ? "before" : "after";
    const line = [...previous.before, ...edit[side], ...next.before];
    const place = bestPlace(line, previous.before.length, edit[side].length);
    const piece = line.slice(place, place + edit[side].length);
    const start = line.slice(0, place);
    const end = line.slice(place + piece.length);
    settled[index - 1] = { same: true, before: start, after: start };
    settled[index] = { same: false, before: [], after: [], [side]: piece };
    if (index + 1 < settled.length || end.length > 0)
      settled[index + 1] = { same: true, before: end, after: end };
  }
  return settled.filter(({ before, after }) => before.length + after.length > 0);
}

/** Where a run of `length` pieces can stand in the line, meaning the same, and best begins. */
function bestPlace(line: readonly string[], at: number, length: number): number {
  let first = at;
  while (first > 0 && line[first - 1] === line[first - 1 + length]) first -= 1;
  let last = at;
  while (last + length < line.length && line[last] === line[last + length]) last += 1;
  let best = at;
  for (let place = first; place <= last; place += 1) {
    if (beginning(line, place) > beginning(line, best)) best = place;
  }
  return best;
}

function beginning(line: readonly string[], place: number): number {
  const previous = line[place - 1];
  if (previous === undefined || SENTENCE_END.test(previous)) return 2;
  return CLAUSE_END.test(previous) ? 1 : 0;
}
