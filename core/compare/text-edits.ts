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

/** One that isn't whole yet. */
interface GrowingEdit {
  readonly same: boolean;
  readonly before: string[];
  readonly after: string[];
}

/** Beyond so many differing pieces it is another text, and shown as one. */
const MOST_DIFFERENCES = 1000;
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

/**
 * Only pieces that stand on both sides can stay, so only they are looked at. The longest common sequence
 * is the same, and two unrelated texts cost no more than a glance: compared piece by piece, a page of
 * each took a second.
 */
function sequenceEdits(before: readonly string[], after: readonly string[]): TextEdit[] {
  const old = placesShared(before, after);
  const fresh = placesShared(after, before);
  const parts = diffArrays(
    old.map((place) => before[place]),
    fresh.map((place) => after[place]),
    { maxEditLength: MOST_DIFFERENCES },
  );
  if (parts === undefined) return [{ same: false, before, after }];
  const edits: GrowingEdit[] = [];
  const done = { old: 0, fresh: 0, before: 0, after: 0 };
  const goTo = (placeBefore: number, placeAfter: number) => {
    append(edits, false, before.slice(done.before, placeBefore), after.slice(done.after, placeAfter));
    done.before = placeBefore;
    done.after = placeAfter;
  };
  for (const { count, added, removed } of parts) {
    if (added) done.fresh += count;
    else if (removed) done.old += count;
    else {
      for (let step = 0; step < count; step += 1) {
        goTo(old[done.old++] ?? before.length, fresh[done.fresh++] ?? after.length);
        const kept = before.slice(done.before, ++done.before);
        done.after += 1;
        append(edits, true, kept, kept);
      }
    }
  }
  goTo(before.length, after.length);
  return edits;
}

function placesShared(pieces: readonly string[], others: readonly string[]): number[] {
  const known = new Set(others);
  return [...pieces.keys()].filter((place) => known.has(pieces[place] ?? ""));
}

/** Goes into the last edit where that is of the same kind. */
function append(
  edits: GrowingEdit[],
  same: boolean,
  before: readonly string[],
  after: readonly string[],
): void {
  if (before.length + after.length === 0) return;
  const last = edits.at(-1);
  if (last?.same !== same) edits.push({ same, before: [...before], after: [...after] });
  else {
    last.before.push(...before);
    last.after.push(...after);
  }
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
