/** Lines and tables as nodes of the schema: items become lists, quoted paragraphs quotations. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { documentSchema } from "@/core/document/schema";
import { SLOTS } from "@/core/document/suggestion";
import { type LineFacts, lineNode } from "./build-line";
import { tableNode } from "./build-table";
import type { Block, LinePlace } from "./line";
import type { UnderstandFacts } from "./understand";
import { isWholeLine, type WholeBlock, wholeLines } from "./whole-lines";

export interface BuildFacts extends UnderstandFacts, LineFacts {}

type ItemPlace = Extract<LinePlace, { in: "item" }>;

interface OpenList {
  /** Of its first item. */
  readonly place: ItemPlace;
  /** Of its last item. */
  last: ItemPlace;
  readonly items: Node[][];
}

export function buildBlocks(blocks: readonly Block[], facts: BuildFacts): Node[] {
  return buildWholeBlocks(wholeLines(blocks, facts.found), facts);
}

export function buildWholeBlocks(whole: readonly WholeBlock[], facts: BuildFacts): Node[] {
  const built: Node[] = [];
  for (let index = 0; index < whole.length; ) {
    const place = placeOf(whole[index]);
    let end = index + 1;
    if (place !== "item" && place !== "quotation") built.push(blockNode(whole[index] as WholeBlock, facts));
    else {
      while (placeOf(whole[end]) === place) end += 1;
      const run = whole.slice(index, end);
      built.push(...(place === "item" ? listNodes(run, facts) : [quotationNode(run, facts)]));
    }
    index = end;
  }
  return built;
}

const placeOf = (block: WholeBlock | undefined) =>
  block !== undefined && isWholeLine(block) ? block.line.place.in : null;

function blockNode(block: WholeBlock, facts: BuildFacts): Node {
  return isWholeLine(block) ? lineNode(block, facts) : tableNode(block, facts);
}

function quotationNode(run: readonly WholeBlock[], facts: BuildFacts): Node {
  return container(
    "quotation",
    null,
    run.map((block) => blockNode(block, facts)),
  );
}

/** Consecutive items by their numbers and levels; one list ends where another number begins. */
function listNodes(run: readonly WholeBlock[], facts: BuildFacts): Node[] {
  const lists: Node[] = [];
  const open: OpenList[] = [];
  const close = () => {
    const list = open.pop();
    if (list === undefined) return;
    const node = listNode(list);
    const item = open.at(-1)?.items.at(-1);
    if (item === undefined) lists.push(node);
    else item.push(node);
  };
  for (const block of run) {
    if (!isWholeLine(block) || block.line.place.in !== "item") continue;
    const { place } = block.line;
    const node = lineNode(block, facts);
    if (!place.isFirst) {
      while (open.length > 1 && (open.at(-1)?.last.list.level ?? 0) > place.list.level) close();
      (open.at(-1)?.items.at(-1) ?? lists).push(node);
      continue;
    }
    for (let top = open.at(-1); top !== undefined && !canHold(top, place, facts); top = open.at(-1)) close();
    const top = open.at(-1);
    if (top !== undefined && isSameList(top, place, facts)) {
      top.items.push([node]);
      top.last = place;
    } else open.push({ place, last: place, items: [[node]] });
  }
  while (open.length > 0) close();
  return lists;
}

function isSameList({ last }: OpenList, place: ItemPlace, { lists }: BuildFacts): boolean {
  const [before, own] = [last.list, place.list];
  if (before.level !== own.level) return false;
  if (before.numId === own.numId) return true;
  return place.number === last.number + 1 && lists.goesOnIn(before.numId, own.numId, own.level);
}

/** As its own item or in its last one. */
const canHold = (list: OpenList, place: ItemPlace, facts: BuildFacts): boolean =>
  isSameList(list, place, facts) || list.last.list.level < place.list.level;

function listNode({ place: { format, number }, items }: OpenList): Node {
  const nodes = items.map((content) => container("listItem", null, content));
  return format.isBullet
    ? container("bulletList", null, nodes)
    : container("orderedList", { start: number, type: format.type === "1" ? null : format.type }, nodes);
}

/** What all of its children propose of themselves it proposes as a whole. */
export function container(
  type: string,
  attrs: Readonly<Record<string, unknown>> | null,
  children: readonly Node[],
): Node {
  const lifted: Record<string, unknown> = {};
  for (const slot of SLOTS.filter((name) => name === "inserted" || name === "removed")) {
    const value: unknown = children[0]?.attrs[slot] ?? null;
    if (value !== null && children.every((child) => child.attrs[slot] === value)) lifted[slot] = value;
  }
  const own = children.map((child) => {
    const cleared = Object.fromEntries(Object.keys(lifted).map((name) => [name, null]));
    return child.type.create({ ...child.attrs, ...cleared }, child.content);
  });
  return documentSchema().node(type, { ...attrs, ...lifted }, Fragment.fromArray(own));
}
