/**
 * Follows in a page which letters are put elsewhere, so that the server needn't be asked with every line
 * that is split: it finds them as the server does (carried-letters.ts), and tells what it found before.
 */
import * as Y from "yjs";
import { type Words, wordsIn } from "./carried-letters";
import type { CarriedRun } from "./carried-runs";
import { deletedItems } from "./deleted-items";
import { type IdRange, IdRanges } from "./id-ranges";
import { RememberedWords } from "./remembered-words";

export class CarryFollower {
  private known = new IdRanges<CarriedRun>();
  private readonly found: CarriedRun[] = [];
  /** Whose a message is, a page can't know: it tells its own changes from everybody else's. */
  private readonly own = new RememberedWords();
  private readonly others = new RememberedWords();

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
    const remembered = transaction.local ? this.own : this.others;
    // Most of it is typing, of which nothing stood elsewhere before.
    if (gone.length === 0 && remembered.isEmpty) return;
    const { carried } = remembered.follow(gone, writtenIn(transaction));
    for (const { to, ...from } of carried) this.add(from, to);
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
