/** Brings one shared text back to what was there, with a person's suggestions on it. */
import type * as Y from "yjs";
import type { Suggestion } from "@/core/document/suggestion";
import { type Letters, letterKey, lettersIn } from "./letters";
import { insertedMarks, insertionIn, keptMarks, type SharedMarks, struckMarks } from "./person-marks";

interface Run {
  readonly text: string;
  /** Null for letters that went and come back. */
  readonly now: SharedMarks | null;
  readonly wanted: SharedMarks;
}

/**
 * `before`: the same text without the update, null when the update brought it. What the person took
 * away comes back struck out, what the person wrote is an insertion, all else is as it was.
 */
export function holdText(before: Y.XmlText | null, text: Y.XmlText, suggestion: Suggestion): void {
  let index = 0;
  for (const run of runsOf(before === null ? [] : lettersIn(before), lettersIn(text), suggestion)) {
    if (run.now === null) text.insert(index, run.text, { ...run.wanted });
    else {
      const change = changeOf(run.now, run.wanted);
      if (Object.keys(change).length > 0) text.format(index, run.text.length, change);
    }
    index += run.text.length;
  }
}

/** Everything in a text that went, struck out, for the end of the text before it. */
export function appendStruck(gone: Y.XmlText, text: Y.XmlText, suggestion: Suggestion): void {
  for (const letters of lettersIn(gone).filter(({ marks }) => !isOwn(marks, suggestion))) {
    text.insert(text.length, letters.text, { ...struckMarks(letters.marks, suggestion) });
  }
}

const isOwn = (marks: SharedMarks, { person }: Suggestion) => insertionIn(marks)?.person === person;

/** In the order of the text as it is; what went stands behind what it followed. */
function runsOf(before: readonly Letters[], after: readonly Letters[], suggestion: Suggestion): Run[] {
  const [stood, stands] = [singly(before), singly(after)];
  const marksBefore = new Map(stood.map((letter) => [keyOf(letter), letter.marks]));
  const left = new Set(stands.map(keyOf));
  /** Per letter that is still there what went behind it; under "" what went at the beginning. */
  const gone = new Map<string, Letters[]>();
  let behind = "";
  for (const letter of stood) {
    if (left.has(keyOf(letter))) behind = keyOf(letter);
    else if (!isOwn(letter.marks, suggestion)) gone.set(behind, [...(gone.get(behind) ?? []), letter]);
  }
  const runs: Run[] = [];
  const putBack = (behind: string) => {
    for (const { text, marks } of gone.get(behind) ?? []) {
      runs.push({ text, now: null, wanted: struckMarks(marks, suggestion) });
    }
  };
  putBack("");
  for (const letter of stands) {
    const { text, marks } = letter;
    const known = marksBefore.get(keyOf(letter));
    const wanted =
      known === undefined ? insertedMarks(marks, suggestion) : keptMarks(known, marks, suggestion.person);
    runs.push({ text, now: marks, wanted });
    putBack(keyOf(letter));
  }
  return runs;
}

const keyOf = ({ client, clock }: Letters) => letterKey(client, clock);

/** One by one. A surrogate pair is deleted, inserted and marked whole, so it stays together here too. */
function singly(all: readonly Letters[]): Letters[] {
  return all.flatMap(({ client, clock, text, marks }) => {
    let at = clock;
    return Array.from(text, (letter) => {
      const single = { client, clock: at, text: letter, marks };
      at += letter.length;
      return single;
    });
  });
}

function changeOf(now: SharedMarks, wanted: SharedMarks): Record<string, unknown> {
  const ended = Object.keys(now).filter((key) => !(key in wanted));
  const set = Object.entries(wanted).filter(
    ([key, value]) => JSON.stringify(now[key]) !== JSON.stringify(value),
  );
  return { ...Object.fromEntries(ended.map((key) => [key, null])), ...Object.fromEntries(set) };
}
