/**
 * What became of suggestions that are gone, told from the text before and after. What the text comes to
 * with them accepted, or rejected, is known exactly, so it is compared with what it came to. Whatever is
 * neither counts as removed: a record that says less is better than one that says something wrong.
 */
import { Fragment, type Node } from "@tiptap/pm/model";
import type { DecisionOutcome } from "./decision";
import { type Decision, settle } from "./settle";
import { suggestionsIn } from "./suggestions-in";
import { withoutComments } from "./tokens";

type Outcome = Exclude<DecisionOutcome, "reopened">;
/** What is assumed of each suggestion, by id. */
export type Assumption = ReadonlyMap<string, Exclude<Decision, "keep">>;

const OUTCOME = { accept: "accepted", reject: "rejected" } as const;
/** So many in one place are tried in every combination. */
const MOST_COMBINED = 5;

/**
 * `before` and `after`: documents of the blocks that changed. `gone`: ids that stand in `before` and in
 * the whole text no more.
 */
export function outcomesOf(
  commentedBefore: Node,
  commentedAfter: Node,
  gone: readonly string[],
): ReadonlyMap<string, Outcome> {
  // Words that a decision writes anew may have lost the comments on them; that is no other outcome.
  const [before, after] = [withoutThreads(commentedBefore), withoutThreads(commentedAfter)];
  const known = new Map<string, Outcome>();
  const note = (assumption: Assumption) => {
    for (const [id, decision] of assumption) known.set(id, OUTCOME[decision]);
  };
  const isAll = (row: readonly Node[]) => sameRow(row, after.children);
  const whole =
    onlyOne(uniform(gone), before.children, isAll) ?? onlyOne(assumptions(gone), before.children, isAll);
  if (whole !== undefined) note(whole);
  else {
    for (const { ids, blocks } of placesOf(before, new Set(gone))) {
      const found = onlyOne(assumptions(ids), blocks, (row) => standsIn(row, after.children));
      if (found !== undefined) note(found);
    }
  }
  return new Map(gone.map((id) => [id, known.get(id) ?? "removed"]));
}

function withoutThreads(node: Node): Node {
  if (node.isText) return node.mark(withoutComments(node.marks));
  return node.isLeaf ? node : node.copy(Fragment.fromArray(node.children.map(withoutThreads)));
}

/** The assumption that fits; undefined when none does, or when several do and so tell nothing. */
function onlyOne(
  all: readonly Assumption[],
  blocks: readonly Node[],
  fits: (row: readonly Node[]) => boolean,
): Assumption | undefined {
  const fitting = all.filter((assumption) => fits(settled(blocks, assumption)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

interface Place {
  readonly ids: readonly string[];
  readonly blocks: readonly Node[];
}

/** Suggestions that share a block, directly or by way of others, are told together. */
function placesOf(before: Node, gone: ReadonlySet<string>): readonly Place[] {
  let places: { ids: Set<string>; blocks: number[] }[] = [];
  before.forEach((block, _offset, index) => {
    const ids = new Set(suggestionsIn(block).flatMap(({ id }) => (gone.has(id) ? [id] : [])));
    if (ids.size === 0) return;
    const touched = places.filter((place) => [...ids].some((id) => place.ids.has(id)));
    places = places.filter((place) => !touched.includes(place));
    places.push({
      ids: new Set([...ids, ...touched.flatMap((place) => [...place.ids])]),
      blocks: [...touched.flatMap((place) => place.blocks), index],
    });
  });
  return places.map(({ ids, blocks }) => ({
    ids: [...ids],
    blocks: blocks.sort((one, other) => one - other).map((index) => before.child(index)),
  }));
}

function uniform(ids: readonly string[]): readonly Assumption[] {
  return (["accept", "reject"] as const).map((decision) => new Map(ids.map((id) => [id, decision])));
}

/** Every combination of few, all one way or all the other of many. */
export function assumptions(ids: readonly string[]): readonly Assumption[] {
  if (ids.length > MOST_COMBINED) return uniform(ids);
  return Array.from(
    { length: 2 ** ids.length },
    (_, bits) => new Map(ids.map((id, at) => [id, (bits >> at) % 2 === 0 ? "accept" : "reject"])),
  );
}

function settled(blocks: readonly Node[], assumption: Assumption): readonly Node[] {
  const [first] = blocks;
  if (first === undefined) return [];
  const { schema } = first.type;
  // A document of nothing would be given an empty paragraph; this one stands for the rest of the text.
  const rest = schema.node("paragraph");
  const doc = schema.topNodeType.create(null, [...blocks, rest]);
  return settle(doc, ({ id }) => assumption.get(id) ?? "keep").children.slice(0, -1);
}

function sameRow(one: readonly Node[], other: readonly Node[]): boolean {
  return one.length === other.length && one.every((node, at) => other[at]?.eq(node) === true);
}

/** Nothing stands everywhere, and tells nothing. */
function standsIn(row: readonly Node[], all: readonly Node[]): boolean {
  return row.length > 0 && all.some((_, at) => sameRow(row, all.slice(at, at + row.length)));
}
