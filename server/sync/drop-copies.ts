/** Takes one of two copies of the same words out of a text; see carried-twice.ts. */
import * as Y from "yjs";
import { type Carried, carriedLetters } from "@/core/authors/carried-letters";
import { type IdRange, IdRanges, type PieceId } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import type { CarriedTwice } from "./carried-twice";
import { CopiedBlock } from "./copied-block";
import { placeSince } from "./place-since";
import { standingWords } from "./standing-words";
import { textAround, textsAt } from "./structs-in-range";

/** A letter and its copy. */
interface SameLetter {
  readonly one: PieceId;
  readonly other: PieceId;
}

/** Letters in one block that stand in another, too. */
interface Pair {
  readonly first: CopiedBlock;
  readonly again: CopiedBlock;
  readonly letters: readonly SameLetter[];
}

/**
 * A copy that has been taken out meanwhile leaves the other alone, and so do two lines of which each has
 * words of its own. What is dropped counts as carried to the copy that stays in `carried`.
 *
 * Returns those letters for which that is to be kept: of copies that were first and are known as letters of
 * their typist. The others' copies are nobody's else, and go without a trace.
 */
export function dropCopies(doc: Y.Doc, twice: CarriedTwice, carried: IdRanges<Removal>): Carried[] {
  const first = twice.first.flatMap((range) => lettersSince(range, doc, carried));
  const copies = carriedLetters(
    standingWords(
      doc,
      first.map(({ place }) => alone(place)),
    ),
    twice.again,
  );
  const inLine = new IdRanges(
    first.filter(({ staysInLine }) => staysInLine).map(({ place }) => alone(place)),
  );
  /** Both put the letter right within the line that it stood in: nobody moved that, and each means the own one. */
  const isRetyped = (one: PieceId, other: PieceId) =>
    inLine.at(one) !== null && textAround(doc, one) === textAround(doc, other);
  const letters = copies.flatMap(({ to, ...from }) => {
    const others = eachLetter({ ...to, length: from.length });
    return eachLetter(from).flatMap((one, at) => {
      const other = placeSince(others[at] ?? to, doc, carried);
      // Of a copy that was dropped already the one that stays is known, and must.
      return other === null || isSame(one, other) || isRetyped(one, other) ? [] : [{ one, other }];
    });
  });
  return pairs(doc, letters).flatMap((pair) => {
    const { dropped, isFirst } = drop(pair);
    for (const { to, ...range } of dropped) {
      carried.add({ ...range, personId: twice.personId, carriedTo: to });
    }
    return isFirst ? dropped : [];
  });
}

interface LetterSince {
  readonly place: PieceId;
  /** In the very line that it was taken out of. */
  readonly staysInLine: boolean;
}

/** Those of the letters that stand somewhere. */
function lettersSince({ to, ...from }: Carried, doc: Y.Doc, carried: IdRanges<Removal>): LetterSince[] {
  const places = eachLetter({ ...to, length: from.length }).map((letter) => placeSince(letter, doc, carried));
  return eachLetter(from).flatMap((letter, at) => {
    const place = places[at] ?? null;
    if (place === null) return [];
    return [{ place, staysInLine: textAround(doc, letter) === textAround(doc, place) }];
  });
}

/**
 * What was written later goes, except where the words would come out of their order, or where others were
 * typed among them: a line that two people split in two places stands as its whole end here and the end of
 * that there, and the end of the longer one goes if the other stands behind it.
 */
function drop({ first, again, letters }: Pair): { dropped: Carried[]; isFirst: boolean } {
  if (first.block !== again.block && !first.isPlain && !again.isPlain) return { dropped: [], isFirst: false };
  const isFirst = firstGoes(first, again);
  (isFirst ? first : again).take();
  const dropped = letters.map(({ one, other }) =>
    isFirst ? { ...alone(one), to: other } : { ...alone(other), to: one },
  );
  return { dropped, isFirst };
}

function firstGoes(first: CopiedBlock, again: CopiedBlock): boolean {
  if (first.block === again.block) return false;
  const isBehind = again.isBehind(first);
  if (again.isWhole && !first.isWhole) return isBehind ? first.isEnd : first.isBeginning;
  if (again.isWhole) return false;
  if (!first.isWhole) return !again.isPlain;
  return !(isBehind ? again.isBeginning : again.isEnd);
}

function pairs(doc: Y.Doc, letters: readonly SameLetter[]): Pair[] {
  const byBlocks = new Map<Y.XmlElement, Map<Y.XmlElement, SameLetter[]>>();
  for (const letter of letters) {
    const [first, again] = [blockAt(doc, letter.one), blockAt(doc, letter.other)];
    if (first === null || again === null) continue;
    const others = byBlocks.get(first) ?? new Map<Y.XmlElement, SameLetter[]>();
    const pair = others.get(again) ?? [];
    pair.push(letter);
    byBlocks.set(first, others.set(again, pair));
  }
  return [...byBlocks].flatMap(([first, others]) =>
    [...others].map(([again, of]) => ({
      first: new CopiedBlock(
        first,
        of.map(({ one }) => alone(one)),
      ),
      again: new CopiedBlock(
        again,
        of.map(({ other }) => alone(other)),
      ),
      letters: of,
    })),
  );
}

function blockAt(doc: Y.Doc, letter: PieceId): Y.XmlElement | null {
  const parent = textsAt(doc, [alone(letter)])[0]?.parent;
  return parent instanceof Y.XmlElement ? parent : null;
}

const isSame = (one: PieceId, other: PieceId) => one.clientId === other.clientId && one.clock === other.clock;
const eachLetter = ({ clientId, clock, length }: IdRange): PieceId[] =>
  Array.from({ length }, (_, at) => ({ clientId, clock: clock + at }));
const alone = (letter: PieceId) => ({ ...letter, length: 1 });
