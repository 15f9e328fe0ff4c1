/**
 * Follows in a page which letters are put elsewhere, so that the server needn't be asked with every line
 * that is split: it finds them as the server does (carried-letters.ts), and tells what it found before.
 */
import * as Y from "yjs";
import { carriedLetters, type Words, wordsIn } from "./carried-letters";
import type { CarriedRun } from "./carried-runs";
import { deletedItems } from "./deleted-items";
import { type IdRange, IdRanges } from "./id-ranges";

/** A letter that comes again alone may as well have been typed. */
const FEWEST_LETTERS = 2;
/** What was cut is pasted soon after, or not at all. */
const MOST_REMEMBERED = 32;

export class CarryFollower {
  private known = new IdRanges<CarriedRun>();
  private readonly found: CarriedRun[] = [];
  private remembered: Words[] = [];

  get runs(): IdRanges<CarriedRun> {
    return this.known;
  }

  /** What the server knows, and on top of it what this page has followed meanwhile. */
  learn(runs: readonly CarriedRun[]): void {
    this.known = new IdRanges(runs);
    for (const run of this.found) this.known.add(run);
  }

  /** Call after the transaction, while Yjs still has what it deleted. */
  follow(transaction: Y.Transaction): void {
    const gone = goneIn(transaction);
    // Most of it is typing, of which nothing stood elsewhere before.
    if (gone.length === 0 && this.remembered.length === 0) return;
    const written = writtenIn(transaction);
    const isBack = ({ text }: Words) => written.some((words) => words.text.includes(text));
    const back = this.remembered.filter(isBack);
    for (const { to, ...from } of carriedLetters([...gone, ...back], written)) this.add(from, to);
    const left = this.remembered.filter((words) => !back.includes(words));
    const long = gone.filter(({ text }) => text.length >= FEWEST_LETTERS);
    this.remembered = [...left, ...long].slice(-MOST_REMEMBERED);
  }

  private add(from: IdRange, to: { readonly clientId: number; readonly clock: number }): void {
    for (const part of this.known.find(from)) {
      const { length } = part;
      const typedBy = part.held?.typedBy ?? from.clientId;
      const run = { clientId: to.clientId, clock: to.clock + part.clock - from.clock, length, typedBy };
      this.found.push(run);
      this.known.add(run);
    }
  }
}

function writtenIn({ doc, beforeState, afterState }: Y.Transaction): Words[] {
  return [...afterState]
    .filter(([client, clock]) => clock > (beforeState.get(client) ?? 0))
    .flatMap(([client]) => {
      const structs = doc.store.clients.get(client) ?? [];
      const known = beforeState.get(client) ?? 0;
      return wordsIn(structs.slice(Y.findIndexSS(structs, known)));
    });
}

/** In the order in which they stood, each row of letters that nothing stays in between of. */
function goneIn(transaction: Y.Transaction): Words[] {
  const parents = new Set<Y.Text>();
  for (const { parent } of deletedItems(transaction)) if (parent instanceof Y.Text) parents.add(parent);
  return [...parents].flatMap((parent) => goneFrom(parent, transaction.deleteSet));
}

function goneFrom(parent: Y.Text, deleted: Y.Transaction["deleteSet"]): Words[] {
  const words: { text: string; ids: IdRange[] }[] = [];
  let open: { text: string; ids: IdRange[] } | null = null;
  for (let item = parent._start; item !== null; item = item.right) {
    if (!item.deleted) {
      if (item.countable) open = null;
      continue;
    }
    if (!(item.content instanceof Y.ContentString) || !Y.isDeleted(deleted, item.id)) continue;
    if (open === null) {
      open = { text: "", ids: [] };
      words.push(open);
    }
    open.text += item.content.str;
    open.ids.push({ clientId: item.id.client, clock: item.id.clock, length: item.length });
  }
  return words;
}
