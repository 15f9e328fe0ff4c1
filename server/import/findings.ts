/** Gathers what a reader found and couldn't keep as it was. */
import { findingWords, lastFindingWords } from "@/core/finding-words";
import { FINDING_PLACES, type FindingKind, type FindingPlace, type ImportFinding } from "@/core/import";

export interface Findings {
  /** `where`: the words beside it, "" when there are none. */
  add(kind: FindingKind, where?: string): void;
  /** Of what stands in the text without words beside it: its place is under the last line, or above the first one. */
  addBetween(kind: FindingKind): void;
  /** Of what has words of its line behind it at most: it is placed once they're known, "" for what stands between lines. */
  addLater(kind: FindingKind): (where: string) => void;
  /** The reader is behind this line of the text now. */
  passLine(words: string): void;
  /** In the order in which each kind was met first. */
  list(): readonly ImportFinding[];
}

/** `null`: above the first line, which isn't known yet. */
type Place = FindingPlace | null;
/** Mutable: it is filled when its line is read. */
type Slot = { place: Place };

export function createFindings(): Findings {
  const found = new Map<FindingKind, { count: number; where: Slot[] }>();
  let first: string | null = null;
  let last: string | null = null;
  const addAt = (kind: FindingKind, slot: Slot) => {
    const finding = found.get(kind) ?? { count: 0, where: [] };
    found.set(kind, finding);
    finding.count += 1;
    if (slot.place !== "" && finding.where.length < FINDING_PLACES) finding.where.push(slot);
  };
  const between = (): Place => (last === null ? null : { after: last });
  const placed = ({ place }: Slot): FindingPlace[] => {
    if (place !== null) return [place];
    return first === null ? [] : [{ before: first }];
  };
  return {
    add: (kind, where = "") => addAt(kind, { place: findingWords(where) }),
    addBetween: (kind) => addAt(kind, { place: between() }),
    addLater(kind) {
      const slot: Slot = { place: null };
      addAt(kind, slot);
      return (where) => {
        slot.place = findingWords(where) || between();
      };
    },
    passLine(words) {
      const ending = onOneLine(lastFindingWords(words));
      if (ending === "") return;
      last = ending;
      first ??= onOneLine(findingWords(words));
    },
    list: () => [...found].map(([kind, { count, where }]) => ({ kind, count, where: where.flatMap(placed) })),
  };
}

const onOneLine = (words: string): string => words.replace(/\s+/g, " ");
