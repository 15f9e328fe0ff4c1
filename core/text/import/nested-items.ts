/** Marked lines of plain text as a list: those that are set in further than the one above are a list in its item. */
import type { DocumentNode } from "@/core/document/schema";

interface OpenList {
  /** In columns. */
  indent: number;
  readonly items: DocumentNode[];
  /** What stands in its last item. */
  inLast: DocumentNode[];
}

/** As far as Word counts: a hostile text would never end. */
const DEEPEST = 9;
/** Less is a slip of the space bar. */
const STEP = 2;
const TAB = 4;

export class NestedItems {
  /** Of the outermost list; grows as items are added. */
  readonly items: DocumentNode[] = [];
  readonly #open: OpenList[] = [];

  /** Begins an item with this paragraph; `line`: the text's, with the white space in front of its mark. */
  add(line: string, paragraph: DocumentNode): void {
    const indent = columnsIn(line);
    while (this.#endsInner(indent)) this.#open.pop();
    const content = [paragraph];
    const item = { type: "listItem", content };
    const list = this.#open.at(-1);
    if (list === undefined) {
      this.items.push(item);
      this.#open.push({ indent, items: this.items, inLast: content });
    } else if (indent >= list.indent + STEP && this.#open.length < DEEPEST) {
      const items = [item];
      list.inLast.push({ type: "bulletList", content: items });
      this.#open.push({ indent, items, inLast: content });
    } else {
      list.items.push(item);
      list.inLast = content;
      list.indent = Math.min(list.indent, indent);
    }
  }

  /** Whether a line as far in stands nearer to the list around the innermost one. */
  #endsInner(indent: number): boolean {
    const [around, inner] = [this.#open.at(-2), this.#open.at(-1)];
    if (around === undefined || inner === undefined) return false;
    return indent < inner.indent && indent < around.indent + STEP;
  }
}

/** An ideographic space is as wide as two. */
function columnsIn(line: string): number {
  const [space = ""] = /^\s*/.exec(line) ?? [];
  return [...space].reduce((sum, sign) => sum + (sign === "\t" ? TAB : sign === "\u3000" ? 2 : 1), 0);
}
