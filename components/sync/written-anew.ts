/** Words that one change took out and wrote anew elsewhere, as parting, joining and retyping a line does in Yjs. */
import * as Y from "yjs";

/** Letters one after the other, in UTF-16 units: those that were taken out, and those written for them. */
export interface WrittenAnew {
  readonly removed: Y.ID;
  readonly written: Y.ID;
  readonly length: number;
}

interface Letter {
  readonly id: Y.ID;
  readonly letter: string;
}

type Line = Y.AbstractType<unknown>;

/** What `transaction` wrote anew in another line; call it before Yjs drops what was taken out. */
export function writtenAnew(transaction: Y.Transaction): readonly WrittenAnew[] {
  const own = transaction.doc.clientID;
  const before = transaction.beforeState.get(own) ?? 0;
  const after = transaction.afterState.get(own) ?? 0;
  if (transaction.deleteSet.clients.size === 0 || before === after) return [];
  const isNew = ({ client, clock }: Y.ID) => client === own && clock >= before;
  const removedIn = new Set<Line>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => note(struct, removedIn));
  const writtenIn = new Set<Line>();
  const all = Y.createDeleteSet();
  all.clients.set(own, [{ clock: before, len: after - before }]);
  Y.iterateDeletedStructs(transaction, all, (struct) => note(struct, writtenIn));

  const written = [...writtenIn].map((line) => ({
    line,
    letters: lettersOf(line, (item) => isNew(item.id) && !item.deleted),
  }));
  return [...removedIn].flatMap((line) => {
    const wasRemoved = ({ id }: Y.Item) => !isNew(id) && Y.isDeleted(transaction.deleteSet, id);
    const letters = lettersOf(line, wasRemoved);
    const others = written.filter((other) => other.line !== line).map((other) => other.letters);
    return letters.length === 0 ? [] : runsOf(pairs(letters, others));
  });
}

function note(struct: Y.AbstractStruct, lines: Set<Line>): void {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
  if (struct.parent instanceof Y.AbstractType) lines.add(struct.parent);
}

/** In the order in which they stand, which isn't that of their writing. */
function lettersOf(line: Line, takes: (item: Y.Item) => boolean): Letter[] {
  const letters: Letter[] = [];
  for (let item = line._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !takes(item)) continue;
    const { client, clock } = item.id;
    for (const [offset, letter] of item.content.str.split("").entries())
      letters.push({ id: Y.createID(client, clock + offset), letter });
  }
  return letters;
}

/** Letter by letter, with the first line that has the same words: all of them, or a part as a whole. */
function pairs(removed: readonly Letter[], lines: readonly (readonly Letter[])[]): [Y.ID, Y.ID][] {
  const words = textOf(removed);
  for (const line of lines) {
    if (line.length === 0) continue;
    const at = textOf(line).indexOf(words);
    const from = at < 0 ? words.indexOf(textOf(line)) : 0;
    if (at < 0 && from < 0) continue;
    return removed.slice(from).flatMap(({ id }, index) => {
      const letter = line[Math.max(at, 0) + index];
      return letter === undefined ? [] : [[id, letter.id]];
    });
  }
  return [];
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ letter }) => letter).join("");

function runsOf(letters: readonly [Y.ID, Y.ID][]): WrittenAnew[] {
  const runs: { removed: Y.ID; written: Y.ID; length: number }[] = [];
  for (const [removed, written] of letters) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      follows(last.removed, removed, last.length) &&
      follows(last.written, written, last.length);
    if (goesOn) last.length += 1;
    else runs.push({ removed, written, length: 1 });
  }
  return runs;
}

const follows = (first: Y.ID, next: Y.ID, length: number): boolean =>
  next.client === first.client && next.clock === first.clock + length;
