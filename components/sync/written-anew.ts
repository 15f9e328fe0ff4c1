/** Words that one change took out and wrote anew elsewhere, as parting, joining and retyping a line does in Yjs. */
import * as Y from "yjs";

/** Letters one after the other, in UTF-16 units: those that were taken out, and those written for them. */
export interface WrittenAnew {
  readonly removed: Y.ID;
  readonly written: Y.ID;
  readonly length: number;
}

type Line = Y.AbstractType<unknown>;

interface Words {
  readonly line: Line;
  readonly text: string;
  /** One for each of its letters. */
  readonly letters: readonly Y.ID[];
}

/**
 * What `transaction` wrote anew in another line; call it before Yjs drops what was taken out.
 * @param writer the client that wrote it: one's own, or a colleague's
 */
export function writtenAnew(
  transaction: Y.Transaction,
  writer = transaction.doc.clientID,
): readonly WrittenAnew[] {
  const before = transaction.beforeState.get(writer) ?? 0;
  const after = transaction.afterState.get(writer) ?? 0;
  if (transaction.deleteSet.clients.size === 0 || before === after) return [];
  const isNew = ({ client, clock }: Y.ID) => client === writer && clock >= before;
  const removedIn = new Set<Line>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => note(struct, removedIn));
  const writtenIn = new Set<Line>();
  const all = Y.createDeleteSet();
  all.clients.set(writer, [{ clock: before, len: after - before }]);
  Y.iterateDeletedStructs(transaction, all, (struct) => note(struct, writtenIn));

  const written = [...writtenIn].map((line) => wordsIn(line, (item) => isNew(item.id) && !item.deleted));
  return [...removedIn].flatMap((line) => {
    const wasRemoved = ({ id }: Y.Item) => !isNew(id) && Y.isDeleted(transaction.deleteSet, id);
    const removed = wordsIn(line, wasRemoved);
    const elsewhere = written.filter((other) => other.line !== line);
    return removed.text === "" ? [] : runsOf(pairs(removed, elsewhere));
  });
}

function note(struct: Y.AbstractStruct, lines: Set<Line>): void {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
  if (struct.parent instanceof Y.AbstractType) lines.add(struct.parent);
}

/** In the order in which they stand, which isn't that of their writing. */
function wordsIn(line: Line, takes: (item: Y.Item) => boolean): Words {
  const letters: Y.ID[] = [];
  let text = "";
  for (let item = line._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !takes(item)) continue;
    const { client, clock } = item.id;
    text += item.content.str;
    for (let offset = 0; offset < item.length; offset += 1) letters.push(Y.createID(client, clock + offset));
  }
  return { line, text, letters };
}

/** Letter by letter, with the first line that has the same words, or at whose end or beginning they, or a part, stand. */
function pairs(removed: Words, lines: readonly Words[]): [Y.ID, Y.ID][] {
  for (const line of lines) {
    const shared = Math.min(removed.text.length, line.text.length);
    const isBehind = shared > 0 && removed.text.endsWith(line.text.slice(-shared));
    if (!isBehind && (shared === 0 || !removed.text.startsWith(line.text.slice(0, shared)))) continue;
    const [from, at] = isBehind ? [removed.text.length - shared, line.text.length - shared] : [0, 0];
    return removed.letters.slice(from, from + shared).flatMap((id, index) => {
      const written = line.letters[at + index];
      return written === undefined ? [] : [[id, written]];
    });
  }
  return [];
}

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
