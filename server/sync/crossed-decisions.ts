/**
 * Decisions on one suggestion that crossed. Accepting takes the struck words away, rejecting the proposed
 * ones: both at once leave neither. The first one counts, so whoever decided the other way meanwhile has
 * that undone right behind the message, and everything else that it did stays.
 *
 * Yjs can't be left to merge the two: what the binding writes of a decision is the shortest change from
 * letters to letters, whosever they are. So the text that should be there is worked out and written: block by
 * block what the sender did besides, on the text as it is decided by now.
 */
import type { Node } from "@tiptap/pm/model";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { readSlot } from "@/core/document/suggestion";
import { LIMITS } from "@/core/limits";
import { decidedAmong } from "@/core/review/decided-among";
import type { LateDecision } from "@/core/review/late-decision";
import { listSuggestions } from "@/core/review/list-suggestions";
import { assumptions, outcomesOf } from "@/core/review/outcomes";
import { isSameText } from "@/core/review/same-text";
import { type Decision, settleBlocks } from "@/core/review/settle";
import { suggestionsIn } from "@/core/review/suggestions-in";
import { documentOf } from "./accepted-text";
import { mergedRows } from "./merged-rows";
import { documentIn } from "./snapshot";
import { writeDocument } from "./write-document";

/** A block of the whole text and the identity of the shared type that it was read from. */
interface Block {
  readonly key: string;
  readonly node: Node;
}

/** Blocks between two that are in every one of these texts: as the sender saw and left them, without the message, with it. */
interface Stretch {
  readonly seen: Node[];
  readonly left: Node[];
  readonly known: Node[];
  readonly merged: Node[];
}

/** What a message decided that had been decided before. */
export interface CrossedDecisions {
  /** The update that has to follow it so that the first decisions count, under a client id of its own; null for none. */
  readonly putBack: Uint8Array | null;
  /** Of its decisions those that don't count. */
  readonly late: readonly LateDecision[];
}

const NOTHING: CrossedDecisions = { putBack: null, late: [] };

/** `known` is everything accepted before the update, `seenText` what its sender had of that. */
export function firstDecisionsKept(
  known: readonly Uint8Array[],
  update: Uint8Array,
  seenText: readonly Uint8Array[],
): CrossedDecisions {
  const [sender, room] = [createSharedDocument(), createSharedDocument()];
  try {
    for (const one of seenText) Y.applyUpdate(sender, one);
    for (const one of known) Y.applyUpdate(room, one);
    const [seen, before] = [blocksIn(sender), blocksIn(room)];
    Y.applyUpdate(sender, update);
    const gone = goneWith(room, update);
    // It was made on something else than that.
    if (sender.store.pendingStructs !== null) return NOTHING;
    const [left, merged] = [blocksIn(sender), blocksIn(room)];
    const late: LateDecision[] = [];
    const rows = stretchesOf({ seen, left, known: before, merged }).flatMap((stretch) => {
      if (!("seen" in stretch)) return [stretch.node];
      const decisions = decisionsTwice(stretch);
      if (decisions === null) return stretch.merged;
      late.push(...lateAmong(stretch, decisions));
      return wanted(stretch, decisions);
    });
    if (isSameText(documentOf(rows), documentOf(merged.map(({ node }) => node))))
      return { putBack: null, late };
    let put: Uint8Array | null = null;
    room.on("update", (bytes: Uint8Array) => {
      put = bytes;
    });
    // As ProseMirror writes it.
    room.transact(() => writeDocument(room, documentOf(rows).toJSON() as DocumentNode));
    // What went with its line unnamed is taken for lost, and stands in the text that was written.
    return { putBack: put === null ? null : Y.mergeUpdates([put, gone]), late };
  } catch (error) {
    // No page could show it: then the two are merged as Yjs does.
    if (error instanceof RangeError) return NOTHING;
    throw error;
  } finally {
    sender.destroy();
    room.destroy();
  }
}

/** What its sender decided in a stretch in which others had decided; null for nothing, or when it isn't known. */
function decisionsTwice({ seen, left, known }: Stretch): ReadonlyMap<string, Decision> | null {
  const stood = idsIn(seen);
  const [isLeft, isKnown] = [idsIn(left), idsIn(known)];
  const decided = [...stood].filter((id) => !isLeft.has(id));
  if (decided.length === 0 || [...stood].every((id) => isKnown.has(id))) return null;
  return decisionsIn(seen, left, decided);
}

/** Of these those that somebody had decided otherwise. Of what went in a way that isn't clear nobody is told. */
function lateAmong({ seen, known }: Stretch, decisions: ReadonlyMap<string, Decision>): LateDecision[] {
  const isKnown = idsIn(known);
  const gone = [...idsIn(seen)].filter((id) => !isKnown.has(id));
  const first = decisionsIn(seen, known, gone);
  return listSuggestions(documentOf(seen)).flatMap(({ id, insertedText, deletedText, changedText }) => {
    const [counts, came] = [first?.get(id), decisions.get(id)];
    if (counts === undefined || came === undefined || counts === came) return [];
    const words = [...(insertedText || deletedText || changedText)];
    return {
      suggestion: id,
      outcome: counts === "accept" ? ("accepted" as const) : ("rejected" as const),
      words: words.slice(0, LIMITS.lateDecisionCharacters).join(""),
    };
  });
}

/** What a stretch should say. */
function wanted({ seen, left, known }: Stretch, decisions: ReadonlyMap<string, Decision>): readonly Node[] {
  const base = settled(seen, decisions);
  const ours = settled(known, decisions);
  return sameRows(base, left) ? ours : mergedRows(base, left, ours);
}

/** What its sender made of each; null where one of them went with the text around it, or in a way that isn't clear. */
function decisionsIn(
  seen: readonly Node[],
  left: readonly Node[],
  ids: readonly string[],
): ReadonlyMap<string, Decision> | null {
  const fitting = assumptions(ids).filter((assumption) => sameRows(settled(seen, assumption), left));
  const [first, ...others] = fitting.map((assumption) => neededOf(seen, assumption));
  if (first !== undefined) return others.every((other) => isSameMap(first, other)) ? first : null;
  const outcomes = outcomesOf(documentOf(seen), documentOf(left), ids);
  const decisions = new Map<string, Decision>();
  for (const [id, outcome] of outcomes) {
    if (outcome === "removed") return decidedAmong(seen, left, ids);
    decisions.set(id, outcome === "accepted" ? "accept" : "reject");
  }
  return neededOf(seen, decisions);
}

/** Without those that change nothing: what stood in words that another decision took along was decided by nobody. */
function neededOf(
  seen: readonly Node[],
  decisions: ReadonlyMap<string, Decision>,
): ReadonlyMap<string, Decision> {
  const result = settled(seen, decisions);
  const needed = new Map(decisions);
  for (const [id, decision] of decisions) {
    needed.delete(id);
    if (!sameRows(settled(seen, needed), result)) needed.set(id, decision);
  }
  return needed;
}

const isSameMap = (one: ReadonlyMap<string, Decision>, other: ReadonlyMap<string, Decision>) =>
  one.size === other.size && [...one].every(([id, decision]) => other.get(id) === decision);

const settled = (blocks: readonly Node[], decisions: ReadonlyMap<string, Decision>) =>
  settleBlocks(blocks, ({ id }) => decisions.get(id) ?? "keep");

const sameRows = (one: readonly Node[], other: readonly Node[]) =>
  isSameText(documentOf(one), documentOf(other));

const idsIn = (blocks: readonly Node[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => suggestionsIn(block).map(({ id }) => id)));

function blocksIn(doc: Y.Doc): Block[] {
  const { content = [] } = documentIn(doc);
  const keys = doc.getXmlFragment(FRAGMENT).toArray().map(keyOf);
  return content.map((json, at) => ({ key: keys[at] ?? "", node: documentSchema().nodeFromJSON(json) }));
}

/** Applies the update; returns another one that names all which it deleted, and does nothing else. */
function goneWith(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  const writeAll = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  };
  doc.once("afterTransaction", ({ deleteSet: { clients } }: Y.Transaction) => {
    // An update of Yjs: first the structs, of no client, then what is deleted.
    writeAll(0, clients.size);
    for (const [client, ranges] of clients) {
      writeAll(client, ranges.length);
      for (const { clock, len } of ranges) writeAll(clock, len);
    }
  });
  Y.applyUpdate(doc, update);
  return encoding.toUint8Array(encoder);
}

type Texts = Readonly<Record<keyof Stretch, readonly Block[]>>;

/**
 * The whole text in stretches and, one by one, in the blocks between them: those that stand in every text and hold
 * nothing that was decided.
 */
function stretchesOf(texts: Texts): (Stretch | Block)[] {
  const names = Object.keys(texts) as (keyof Stretch)[];
  const keys = names.map((name) => new Set(texts[name].map(({ key }) => key)));
  const isTouched = touchedIn(texts);
  const fixed = texts.merged.filter(({ key }) => !isTouched.has(key) && keys.every((has) => has.has(key)));
  const at = { seen: 0, left: 0, known: 0, merged: 0 };
  /** What comes before this block, or before the end. */
  const stretchTo = (key: string | null): Stretch => {
    const take = (name: keyof Stretch) => {
      const from = at[name];
      const to = key === null ? texts[name].length : texts[name].findIndex((block) => block.key === key);
      at[name] = to + 1;
      return texts[name].slice(from, to).map(({ node }) => node);
    };
    return { seen: take("seen"), left: take("left"), known: take("known"), merged: take("merged") };
  };
  return [...fixed.flatMap((block) => [stretchTo(block.key), block]), stretchTo(null)];
}

/** By key: the blocks that hold a suggestion which is gone, and those that a line which joins them may end up in. */
function touchedIn({ seen, left, known }: Texts): ReadonlySet<string> {
  const nodes = (blocks: readonly Block[]) => blocks.map(({ node }) => node);
  const [isLeft, isKnown] = [idsIn(nodes(left)), idsIn(nodes(known))];
  const isGone = (id: string) => !isLeft.has(id) || !isKnown.has(id);
  const touched = new Set<string>();
  for (const [index, { key, node }] of seen.entries()) {
    if (suggestionsIn(node).some(({ id }) => isGone(id))) touched.add(key);
    const joined = readSlot(node.attrs.joined);
    if (joined === null || !isGone(joined.id)) continue;
    let before = index - 1;
    while (before > 0 && seen[before]?.node.attrs.removed !== node.attrs.removed) before -= 1;
    for (const { key: other } of seen.slice(Math.max(0, before), index)) touched.add(other);
  }
  return touched;
}

/** Shared types have their identity in the item that holds them. */
function keyOf({ _item: item }: { readonly _item: Y.Item | null }): string {
  return item === null ? "" : `${item.id.client} ${item.id.clock}`;
}
