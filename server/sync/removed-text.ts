/** Tells of each accepted update what it takes out of the text, and in whose name that is to be kept. */

import { type Carried, type Words, wordsIn } from "@/core/authors/carried-letters";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import { FEWEST_LETTERS, RememberedWords } from "@/core/authors/remembered-words";
import type { Removal } from "@/core/authors/removals";
import {
  type PersonsWords,
  readRemovedWords,
  readStoredWords,
  type StoredWords,
} from "@/core/authors/removed-words";
import type { Suggestion } from "@/core/document/suggestion";
import { DELETION } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import { acceptedLooks } from "./accepted-looks";
import type { Struct } from "./accepted-state";
import type { LiveDocument } from "./live-document";
import { restoredRemovals } from "./restored-removals";
import { standingWords, wordsWithin } from "./standing-words";
import { isDeleted, isIn, standing } from "./structs-in-range";

interface AcceptedUpdate {
  readonly personId: PersonId;
  readonly deletions: readonly IdRange[];
  readonly structs: readonly Struct[];
  /** Whether it decides on suggestions: what is struck out or formatted is so in the name of who proposed it. */
  readonly decides: boolean;
  /** What the server itself knows of letters that go because they stand elsewhere too. */
  readonly carries: readonly Carried[];
  /** And of letters that come back though nobody here remembers them. */
  readonly restores?: readonly Carried[];
}

interface TakenOut {
  readonly removals: readonly Removal[];
  /** Its sender's, to be known again when they come back; null for none. */
  readonly words: PersonsWords | null;
}

/** Of more nobody's removals are remembered in one room: those of who took something out last. */
const MOST_PEOPLE = 32;
/** Text in more pieces than this is in nobody's name but its remover's; a person doesn't type so. */
const MOST_PIECES = 20_000;

/** Of most messages. */
const NOTHING: TakenOut = { removals: [], words: null };

export class RemovedText {
  /** Accepted, and not in the live document yet. */
  private onItsWay = new IdRanges<IdRange>();
  /** Likewise: what is typed fast is deleted again before it is stored. */
  private writing: Words[] = [];
  /** Who took something out last comes last. */
  private readonly remembered = new Map<PersonId, RememberedWords>();

  /** What was taken out before the room was opened, by people who haven't written since. */
  private readonly stored: Map<PersonId, StoredWords>;

  constructor(
    private readonly text: LiveDocument,
    words: readonly StoredWords[] = [],
  ) {
    this.stored = new Map(words.slice(-MOST_PEOPLE).map((theirs) => [theirs.personId, theirs]));
  }

  /** Call before the update is counted as accepted. */
  of({ restores = [], ...update }: AcceptedUpdate): TakenOut {
    const { removals, words } = this.takenOutBy(update);
    if (restores.length === 0) return { removals, words };
    return { removals: [...removals, ...restoredRemovals(update.personId, restores, removals)], words };
  }

  private takenOutBy({
    personId,
    deletions,
    structs,
    decides,
    carries,
  }: Omit<AcceptedUpdate, "restores">): TakenOut {
    const fresh = this.fresh(deletions);
    for (const range of fresh) this.onItsWay.add(range);
    if (carries.length > 0) return { removals: namedRemovals(personId, fresh, carries, []), words: null };
    const written = wordsIn(structs);
    const before = this.writing.length;
    this.writing.push(...written);
    if (fresh.length === 0) {
      const carried = this.rememberedBy(personId)?.follow([], written).carried ?? [];
      return carried.length === 0
        ? NOTHING
        : { removals: namedRemovals(personId, [], carried, []), words: null };
    }
    // Looking closer brings the live document up to date, which is dear: not for every letter taken back.
    if (!decides && written.length === 0 && lengthOf(fresh) < FEWEST_LETTERS) {
      return { removals: namedRemovals(personId, fresh, [], []), words: null };
    }
    const { words, struck } = this.lettersOf(fresh, this.writing.slice(0, before));
    if (words.reduce((sum, { ids }) => sum + ids.length, 0) > MOST_PIECES) {
      return { removals: namedRemovals(personId, fresh, [], []), words: null };
    }
    const { carried, removed } = this.willRemember(personId).follow(words, written);
    const looks = decides ? acceptedLooks(this.text.doc, { fresh, structs }) : { given: [], taken: [] };
    return {
      removals: [
        ...namedRemovals(personId, fresh, carried, decides ? [...struck, ...looks.taken] : []),
        ...looks.given,
      ],
      words: removed && { ...removed, personId },
    };
  }

  /** Call for what people took out, and brought back, on another node; what happened here may be among it. */
  learn(words: readonly StoredWords[]): void {
    for (const { personId, rows, back } of words) {
      const removals = rows.flatMap(readRemovedWords);
      const theirs = removals.length > 0 ? this.willRemember(personId) : this.rememberedBy(personId);
      theirs?.learn(removals, back);
    }
  }

  /** Call after the live document took updates in. */
  settle(): void {
    this.writing = this.writing.filter(({ ids }) => !isIn(this.text.taken, ids));
    const waiting = this.onItsWay.all();
    if (waiting.length === 0) return;
    this.onItsWay = new IdRanges(waiting.filter((range) => !isDeleted(this.text.taken, range)));
  }

  /** Of what an update deletes that which nobody deleted before: who comes back sends all again. */
  private fresh(deletions: readonly IdRange[]): IdRange[] {
    return deletions
      .flatMap((range) => standing(this.text.taken, range))
      .flatMap((range) => this.onItsWay.find(range).filter(({ held }) => held === null))
      .map(({ clientId, clock, length }) => ({ clientId, clock, length }));
  }

  /** The letters in these ranges as they stand in the text, and whose suggestion strikes which out. */
  private lettersOf(ranges: readonly IdRange[], writing: readonly Words[]) {
    const struck: (IdRange & { readonly personId: PersonId })[] = [];
    const { doc } = this.text;
    const words = standingWords(doc, ranges, (range, marks) => {
      const by = proposerOf(marks);
      if (by !== null) struck.push({ ...range, personId: by });
    });
    const ahead = writing.filter(({ ids }) => !isIn(doc, ids)).flatMap((one) => wordsWithin(one, ranges));
    return { words: [...words, ...ahead], struck };
  }

  private rememberedBy(personId: PersonId): RememberedWords | undefined {
    const stored = this.stored.get(personId);
    if (stored !== undefined) {
      this.stored.delete(personId);
      this.remembered.set(personId, new RememberedWords(readStoredWords(stored)));
    }
    return this.remembered.get(personId);
  }

  private willRemember(personId: PersonId): RememberedWords {
    const words = this.rememberedBy(personId) ?? new RememberedWords();
    this.remembered.delete(personId);
    this.remembered.set(personId, words);
    for (const [first] of this.remembered) {
      if (this.remembered.size <= MOST_PEOPLE) break;
      this.remembered.delete(first);
    }
    return words;
  }
}

/** Each range in the name of who is to be named for it; what undo brings back is named once more. */
function namedRemovals(
  personId: PersonId,
  fresh: readonly IdRange[],
  carried: readonly Carried[],
  struck: readonly (IdRange & { readonly personId: PersonId })[],
): Removal[] {
  const byProposer = new IdRanges(struck);
  const byPlace = new IdRanges(carried);
  const left = (ranges: readonly IdRange[], taken: IdRanges<IdRange>) =>
    ranges.flatMap((range) => taken.find(range)).filter(({ held }) => held === null);
  const named = (ranges: readonly IdRange[], by: (range: IdRange) => PersonId) =>
    ranges.map(({ clientId, clock, length }) => {
      const range = { clientId, clock, length };
      return { ...range, personId: by(range), carriedTo: null };
    });
  const proposerOrSender = (range: IdRange) => byProposer.at(range)?.personId ?? personId;
  return [
    ...carried.map(({ to, ...range }) => ({ ...range, personId: proposerOrSender(range), carriedTo: to })),
    ...named(left(struck, byPlace), proposerOrSender),
    ...named(left(left(fresh, byPlace), byProposer), () => personId),
  ];
}

const lengthOf = (ranges: readonly IdRange[]) => ranges.reduce((sum, { length }) => sum + length, 0);

/** Whose deletion the letters are marked with, if somebody's. */
function proposerOf(marks: Readonly<Record<string, unknown>>): PersonId | null {
  const key = Object.keys(marks).find((name) => name.split("--", 1)[0] === DELETION);
  const suggestion = key === undefined ? undefined : (marks[key] as Suggestion | undefined);
  return (suggestion?.person as PersonId | undefined) ?? null;
}
