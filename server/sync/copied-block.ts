/** A block some of whose letters stand in another one, too. */
import * as Y from "yjs";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import { lettersIn } from "./letters";

/** What must not be left without a block in it, so that its last one is only emptied. */
const NEVER_EMPTY = new Set(["tableCell", "tableHeader"]);

export class CopiedBlock {
  private readonly copies: IdRanges<IdRange>;
  /** Of each letter in order, whether it stands elsewhere. */
  private readonly isCopy: readonly boolean[];

  constructor(
    readonly block: Y.XmlElement,
    copies: readonly IdRange[],
  ) {
    this.copies = new IdRanges(copies);
    this.isCopy = textsOf(block).flatMap((text) => this.marksOf(text));
  }

  get isWhole(): boolean {
    return !this.isCopy.includes(false);
  }

  /** No other letters stand among them or behind them. */
  get isEnd(): boolean {
    return this.isCopy.lastIndexOf(false) < this.isCopy.indexOf(true);
  }

  /** No other letters stand among them or before them. */
  get isBeginning(): boolean {
    const other = this.isCopy.indexOf(false);
    return other === -1 || other > this.isCopy.lastIndexOf(true);
  }

  /** Nothing of its own is left in pieces when they are taken out. */
  get isPlain(): boolean {
    return this.isEnd || this.isBeginning;
  }

  isBehind({ block }: CopiedBlock): boolean {
    const [mine, others] = [placeOf(this.block), placeOf(block)];
    const at = mine.findIndex((index, depth) => index !== others[depth]);
    return at !== -1 && (mine[at] ?? 0) > (others[at] ?? -1);
  }

  /** Out of the text: the letters, and the block with what holds only it when nothing else is in it. */
  take(): void {
    if (this.isWhole && takeBlock(this.block)) return;
    for (const text of textsOf(this.block)) {
      const isCopy = this.marksOf(text);
      for (let end = isCopy.length; end > 0; ) {
        let start = end;
        while (start > 0 && isCopy[start - 1]) start -= 1;
        if (start < end) text.delete(start, end - start);
        end = start === end ? end - 1 : start;
      }
    }
  }

  private marksOf(text: Y.XmlText): boolean[] {
    return lettersIn(text).flatMap(({ client, clock, text: { length } }) =>
      this.copies
        .find({ clientId: client, clock, length })
        .flatMap((part) => new Array<boolean>(part.length).fill(part.held !== null)),
    );
  }
}

const textsOf = (block: Y.XmlElement): Y.XmlText[] =>
  block.toArray().filter((child) => child instanceof Y.XmlText);

function takeBlock(block: Y.XmlElement): boolean {
  const { parent } = block;
  if (parent instanceof Y.XmlElement && parent.length === 1) {
    if (NEVER_EMPTY.has(parent.nodeName)) return false;
    return takeBlock(parent);
  }
  if (!(parent instanceof Y.XmlFragment)) return false;
  parent.delete(indexIn(parent, block), 1);
  return true;
}

function indexIn(parent: Y.XmlFragment, child: Y.XmlElement): number {
  return parent.toArray().indexOf(child);
}

/** The index at each depth, from the top. */
function placeOf(block: Y.XmlElement): number[] {
  const { parent } = block;
  const index = parent instanceof Y.XmlFragment ? indexIn(parent, block) : 0;
  return parent instanceof Y.XmlElement ? [...placeOf(parent), index] : [index];
}
