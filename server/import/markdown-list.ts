/** Lists of Markdown, with the numbers that stand in the file. */
import type { Tokens } from "marked";
import type { DocumentNode } from "@/core/document/schema";

/** An item's content; handed in, since items hold blocks of any kind. */
type ReadItem = (item: Tokens.ListItem) => DocumentNode[];

const NUMBER = /^\s*(\d{1,9})[.)]/;

/** Items count on from the first of their list, so each that doesn't begins another one. */
export function listNodes({ ordered, items }: Tokens.List, readItem: ReadItem): DocumentNode[] {
  const nodes = items.map((item) => ({ type: "listItem", content: readItem(item) }));
  if (!ordered) return [{ type: "bulletList", content: nodes }];
  const numbers = itemNumbers(items);
  const lists: { start: number; content: DocumentNode[] }[] = [];
  for (const [index, node] of nodes.entries()) {
    const number = numbers[index] ?? 1;
    const last = lists.at(-1);
    if (last !== undefined && last.start + last.content.length === number) last.content.push(node);
    else lists.push({ start: number, content: [node] });
  }
  return lists.map(({ start, content }) => ({ type: "orderedList", attrs: { start }, content }));
}

/** CommonMark shows the first number only and counts on. Who leaves the counting to it writes 1. before each item. */
function itemNumbers(items: readonly Tokens.ListItem[]): readonly number[] {
  const written = items.map(({ raw }) => Number(NUMBER.exec(raw)?.[1] ?? 1));
  const first = written[0] ?? 1;
  return written.every((number) => number === first) ? written.map((_, index) => first + index) : written;
}
