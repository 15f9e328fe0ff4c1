/**
 * Where lines stood that somebody took out, for what others typed into them in the same moment: that
 * stood in nobody's sight when the line went, so that nobody meant it.
 */
import * as Y from "yjs";
import { type IdRange, IdRanges, type PieceId } from "@/core/authors/id-ranges";
import { FRAGMENT } from "@/core/document/schema";
import type { Struct } from "./accepted-state";

/** A piece of a line that went, and the block of the speech that it stood in: that keeps its place in Yjs's list. */
interface GonePiece extends IdRange {
  readonly block: PieceId;
}

/** Twice as many pieces are remembered at most; those of what went longest ago are forgotten. */
const MOST_PIECES = 20_000;

export class GoneLines {
  private pieces = new IdRanges<GonePiece>();
  private older = new IdRanges<GonePiece>();
  private count = 0;
  /** By the block's id. */
  private readonly firsts = new Map<string, PieceId>();

  /** All that a transaction deleted, while Yjs still has it. */
  note(deleted: readonly Y.Item[]): void {
    const gone: GonePiece[] = [];
    for (const item of deleted) {
      if (!(item.content instanceof Y.ContentType)) continue;
      const block = blockAround(item);
      if (block === null) continue;
      gone.push({ ...rangeOf(item), block });
      for (let child = item.content.type._start; child !== null; child = child.right) {
        gone.push({ ...rangeOf(child), block });
      }
    }
    // In order, so that each goes to the end of its client's.
    gone.sort((one, other) => one.clientId - other.clientId || one.clock - other.clock);
    for (const piece of gone) this.add(piece);
  }

  /** What came into a line that was gone already stood there too, and so what comes behind it. */
  follow(structs: readonly Struct[]): void {
    for (let left = structs, before = -1; left.length !== before; ) {
      before = left.length;
      left = left.filter((struct) => {
        if (!(struct instanceof Y.Item)) return false;
        const near = [struct.origin, struct.rightOrigin, struct.parent].find((id) => id instanceof Y.ID);
        const block = near instanceof Y.ID ? this.blockOf(pieceOf(near)) : null;
        if (block !== null) this.add({ ...rangeOf(struct), block });
        return block === null;
      });
    }
  }

  /** The block of the speech that this piece stood in when it went; null when that isn't known. */
  blockOf(piece: PieceId): PieceId | null {
    return (this.pieces.at(piece) ?? this.older.at(piece))?.block ?? null;
  }

  /** Where the first words that stood in a block like these are since they were put back. */
  firstFrom({ clientId, clock }: PieceId): PieceId | null {
    return this.firsts.get(`${clientId}.${clock}`) ?? null;
  }

  /** `ids` were put back, and begin at the letter `at`. */
  found(ids: PieceId, at: PieceId): void {
    const block = this.blockOf(ids);
    if (block === null) return;
    const name = `${block.clientId}.${block.clock}`;
    if (!this.firsts.has(name)) this.firsts.set(name, at);
  }

  private add(piece: GonePiece): void {
    if (this.count === MOST_PIECES) {
      this.older = this.pieces;
      this.pieces = new IdRanges();
      this.count = 0;
    }
    this.pieces.add(piece);
    this.count += 1;
  }
}

/** How many blocks of the speech stand up to this one, itself among them; null when it never was one. */
export function blocksUpTo(doc: Y.Doc, { clientId, clock }: PieceId): number | null {
  const structs = doc.store.clients.get(clientId);
  if (structs === undefined || Y.getState(doc.store, clientId) <= clock) return null;
  const struct = structs[Y.findIndexSS(structs, clock)];
  if (!(struct instanceof Y.Item) || struct.parent !== doc.getXmlFragment(FRAGMENT)) return null;
  let count = 0;
  for (let item: Y.Item | null = struct; item !== null; item = item.left) {
    if (!item.deleted && item.countable) count += item.length;
  }
  return count;
}

/** The block that an item is, or stands in. */
function blockAround(item: Y.Item): PieceId | null {
  let at = item;
  while (at.parent instanceof Y.AbstractType && at.parent._item !== null) at = at.parent._item;
  return at.parent instanceof Y.AbstractType ? pieceOf(at.id) : null;
}

const pieceOf = ({ client, clock }: Y.ID): PieceId => ({ clientId: client, clock });
const rangeOf = ({ id, length }: Y.Item): IdRange => ({ ...pieceOf(id), length });
