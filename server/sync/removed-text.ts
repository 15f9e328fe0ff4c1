/** Tells of each accepted update what it takes out of the text, and in whose name that is to be kept. */
import * as Y from "yjs";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import type { Suggestion } from "@/core/document/suggestion";
import { DELETION } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import type { Struct } from "./accepted-state";
import { type Carried, carriedLetters, type Words, wordsIn } from "./carried-letters";
import type { DeletedRange } from "./decode-update";
import { lettersIn } from "./letters";
import type { LiveDocument } from "./live-document";

interface AcceptedUpdate {
  readonly personId: PersonId;
  readonly deletions: readonly DeletedRange[];
  readonly structs: readonly Struct[];
  /** Whether it decides on suggestions: what is struck out goes in the name of who struck it. */
  readonly decides: boolean;
}

/** Letters that one person has just taken out, to be known again when undo brings them back. */
interface Remembered {
  readonly personId: PersonId;
  readonly words: Words;
}

const MOST_REMEMBERED = 32;
/** One letter that comes again later may as well have been typed. */
const FEWEST_REMEMBERED = 2;

export class RemovedText {
  /** Accepted, and not in the live document yet. */
  private onItsWay: IdRange[] = [];
  private remembered: Remembered[] = [];

  constructor(private readonly text: LiveDocument) {}

  /** Call before the update is counted as accepted. */
  of({ personId, deletions, structs, decides }: AcceptedUpdate): Removal[] {
    const fresh = this.fresh(deletions);
    this.onItsWay.push(...fresh);
    const written = wordsIn(structs);
    if (fresh.length === 0) return namedRemovals(personId, [], this.broughtBack(personId, written), []);
    // Looking closer brings the live document up to date, which is dear: not for every letter taken back.
    if (!decides && written.length === 0 && lengthOf(fresh) < FEWEST_REMEMBERED) {
      return namedRemovals(personId, fresh, [], []);
    }
    const { words, struck } = this.lettersOf(fresh);
    const carried = carriedLetters(words, written);
    this.remember(personId, words);
    return namedRemovals(personId, fresh, carried, decides ? struck : []);
  }

  /** Call after the live document took updates in. */
  settle(): void {
    this.onItsWay = this.onItsWay.filter((range) => !isDeleted(this.text.taken, range));
  }

  /** Of what an update deletes that which nobody deleted before: who comes back sends all again. */
  private fresh(deletions: readonly DeletedRange[]): IdRange[] {
    if (deletions.length === 0) return [];
    const waiting = new IdRanges<IdRange>();
    for (const range of this.onItsWay) waiting.add(range);
    return deletions
      .flatMap((range) => standing(this.text.taken, range))
      .flatMap((range) => waiting.find(range).filter(({ held }) => held === null))
      .map(({ clientId, clock, length }) => ({ clientId, clock, length }));
  }

  /** The letters in these ranges as they stand in the text, and whose suggestion strikes which out. */
  private lettersOf(ranges: readonly IdRange[]) {
    const within = new IdRanges<IdRange>();
    for (const range of ranges) within.add(range);
    const words: { text: string; ids: IdRange[] }[] = [];
    const struck: (IdRange & { readonly personId: PersonId })[] = [];
    for (const parent of textsAt(this.text.doc, ranges)) {
      let open: { text: string; ids: IdRange[] } | null = null;
      for (const { client, clock, text, marks } of lettersIn(parent)) {
        const by = proposerOf(marks);
        for (const { held, ...range } of within.find({ clientId: client, clock, length: text.length })) {
          if (held === null) {
            open = null;
            continue;
          }
          if (open === null) {
            open = { text: "", ids: [] };
            words.push(open);
          }
          open.text += text.slice(range.clock - clock, range.clock - clock + range.length);
          open.ids.push(range);
          if (by !== null) struck.push({ ...range, personId: by });
        }
      }
    }
    return { words, struck };
  }

  private broughtBack(personId: PersonId, written: readonly Words[]): Carried[] {
    if (written.length === 0) return [];
    return this.remembered
      .filter((one) => one.personId === personId)
      .reverse()
      .flatMap((one) => {
        const carried = written.some(({ text }) => text.includes(one.words.text))
          ? carriedLetters([one.words], written)
          : [];
        if (carried.length > 0) this.remembered = this.remembered.filter((other) => other !== one);
        return carried;
      });
  }

  private remember(personId: PersonId, words: readonly Words[]): void {
    const long = words.filter(({ text }) => text.length >= FEWEST_REMEMBERED);
    this.remembered = [...this.remembered, ...long.map((one) => ({ personId, words: one }))].slice(
      -MOST_REMEMBERED,
    );
  }
}

/** Each range in the name of who is to be named for it; what undo brings back is named once more. */
function namedRemovals(
  personId: PersonId,
  fresh: readonly IdRange[],
  carried: readonly Carried[],
  struck: readonly (IdRange & { readonly personId: PersonId })[],
): Removal[] {
  const named = new IdRanges<Removal>();
  const proposed = new IdRanges<IdRange & { readonly personId: PersonId }>();
  for (const range of struck) proposed.add(range);
  for (const { to, ...range } of carried) {
    named.add({ ...range, personId: proposed.at(range)?.personId ?? personId, carriedTo: to });
  }
  for (const range of struck) named.add({ ...range, carriedTo: null });
  for (const range of fresh) named.add({ ...range, personId, carriedTo: null });
  return named.all();
}

const lengthOf = (ranges: readonly IdRange[]) => ranges.reduce((sum, { length }) => sum + length, 0);

/** Whose deletion the letters are marked with, if somebody's. */
function proposerOf(marks: Readonly<Record<string, unknown>>): PersonId | null {
  const key = Object.keys(marks).find((name) => name.split("--", 1)[0] === DELETION);
  const suggestion = key === undefined ? undefined : (marks[key] as Suggestion | undefined);
  return (suggestion?.person as PersonId | undefined) ?? null;
}

/** The texts in which letters of these ranges stand, each once. */
function textsAt(doc: Y.Doc, ranges: readonly IdRange[]): readonly Y.XmlText[] {
  const texts = new Set<Y.XmlText>();
  for (const { clientId, clock, length } of ranges) {
    for (const struct of structsIn(doc, clientId, clock, length)) {
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
        continue;
      if (struct.parent instanceof Y.XmlText) texts.add(struct.parent);
    }
  }
  return [...texts];
}

/** The parts of a range that aren't deleted; what the document doesn't hold yet can't be. */
function standing(doc: Y.Doc, { clientId, clock, length }: DeletedRange): IdRange[] {
  const known = Math.min(clock + length, Math.max(clock, Y.getState(doc.store, clientId)));
  const parts: IdRange[] = [];
  for (const struct of structsIn(doc, clientId, clock, known - clock)) {
    const from = Math.max(clock, struct.id.clock);
    const to = Math.min(known, struct.id.clock + struct.length);
    if (!struct.deleted) parts.push({ clientId, clock: from, length: to - from });
  }
  if (known < clock + length) parts.push({ clientId, clock: known, length: clock + length - known });
  return parts;
}

const isDeleted = (doc: Y.Doc, range: IdRange) => standing(doc, range).length === 0;

function* structsIn(doc: Y.Doc, clientId: number, clock: number, length: number): Generator<Struct> {
  const structs = doc.store.clients.get(clientId);
  if (structs === undefined || length <= 0 || Y.getState(doc.store, clientId) <= clock) return;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + length) return;
    if (!(struct instanceof Y.Skip)) yield struct;
  }
}
