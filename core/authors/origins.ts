/**
 * Where every piece of a text comes from, read from the Yjs items themselves: the ids of its letters, of
 * its nodes, and of what formats it. An id names the client that made the piece, and is what a removal
 * names (removals.ts): with both it can be said later who wrote, took away, moved or formatted something.
 */
import * as Y from "yjs";
import type { PieceId } from "./id-ranges";

/** Letters with consecutive ids. Lengths and places are UTF-16 units of the block's text. */
export interface LetterRun {
  readonly clientId: number;
  /** Of its first letter; null in a version that was kept before clocks were. */
  readonly clock: number | null;
  readonly length: number;
}

export interface NodeOrigin extends PieceId {
  readonly attributes: ReadonlyMap<string, PieceId>;
}

/** A stretch that one of the binding's format items reaches over: it begins a mark there, or ends one. */
export interface LookOrigin extends PieceId {
  readonly mark: string;
  readonly begins: boolean;
  readonly from: number;
  readonly to: number;
}

export interface BlockOrigins {
  /** Together as long as all the block's text. */
  readonly letters: readonly LetterRun[];
  /** The block and what is in it except text, in the order in which they begin. */
  readonly nodes: readonly NodeOrigin[];
  readonly looks: readonly LookOrigin[];
}

export function readOrigins(fragment: Y.XmlFragment): readonly BlockOrigins[] {
  return fragment.toArray().map((block) => {
    const reader = new BlockReader();
    reader.read(block);
    const { letters, nodes, looks } = reader;
    return { letters, nodes, looks };
  });
}

class BlockReader {
  readonly letters: { clientId: number; clock: number; length: number }[] = [];
  readonly nodes: NodeOrigin[] = [];
  readonly looks: LookOrigin[] = [];
  private length = 0;

  read(node: unknown): void {
    if (node instanceof Y.XmlText) this.readText(node);
    else if (node instanceof Y.XmlElement) {
      this.nodes.push({ ...idOf(node._item), attributes: attributesOf(node) });
      for (const child of node.toArray()) this.read(child);
    }
  }

  private readText(text: Y.XmlText): void {
    const open = new Map<string, Omit<LookOrigin, "to">>();
    const close = (key: string) => {
      const look = open.get(key);
      if (look !== undefined && look.from < this.length) this.looks.push({ ...look, to: this.length });
    };
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      const { content } = item;
      if (content instanceof Y.ContentString) this.take(item);
      else if (content instanceof Y.ContentFormat) {
        close(content.key);
        const begins = content.value !== null;
        open.set(content.key, { ...idOf(item), mark: markOf(content.key), begins, from: this.length });
      }
    }
    for (const key of open.keys()) close(key);
  }

  private take(item: Y.Item): void {
    const { clientId, clock } = idOf(item);
    const last = this.letters.at(-1);
    if (last?.clientId === clientId && last.clock + last.length === clock) last.length += item.length;
    else this.letters.push({ clientId, clock, length: item.length });
    this.length += item.length;
  }
}

/** The binding adds a hash to the names of marks that may overlap. */
const markOf = (key: string) => key.split("--", 1)[0] ?? key;

function idOf(item: Y.Item | null): PieceId {
  return { clientId: item?.id.client ?? 0, clock: item?.id.clock ?? 0 };
}

function attributesOf({ _map }: Y.XmlElement): ReadonlyMap<string, PieceId> {
  const set = [..._map].filter(([, item]) => !item.deleted);
  return new Map(set.map(([name, item]) => [name, idOf(item)]));
}
