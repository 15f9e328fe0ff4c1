/**
 * What a suggestion meant, where it crossed with somebody else's edit. Two people change the same words
 * before either sees the other's change; put together by Yjs the two may come to more than a
 * suggestion: a mark that begins again behind an inserted word spreads, the second of two marks on a
 * block replaces the first, a line that both parted stands there twice. Nobody did anything wrong, so
 * nobody is refused: what isn't the person's own goes back to how it was, what the person wrote there
 * is an insertion and what the person took away is struck out.
 */
import * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { readSlot, SLOTS, type Slot, type Suggestion, writeSlot } from "@/core/document/suggestion";
import { appendStruck, holdText } from "./hold-text";

type Parent = Y.XmlFragment | Y.XmlElement;
type Child = Y.XmlElement | Y.XmlText;

/**
 * The update that has to follow `update` so that all it does is suggest, under a client id of its own;
 * null when nothing has to be put back. `known` is everything accepted before it; `suggestion` names
 * the person, and stands on what isn't marked yet.
 */
export function heldToSuggestions(
  known: readonly Uint8Array[],
  update: Uint8Array,
  suggestion: Suggestion,
): Uint8Array | null {
  const [before, after] = [createSharedDocument(), createSharedDocument()];
  try {
    for (const doc of [before, after]) for (const one of known) Y.applyUpdate(doc, one);
    const touched = touchedBy(after, update);
    let put: Uint8Array | null = null;
    after.on("update", (bytes: Uint8Array) => {
      put = bytes;
    });
    after.transact(() =>
      holdChildren(before.getXmlFragment(FRAGMENT), after.getXmlFragment(FRAGMENT), { suggestion, touched }),
    );
    return put;
  } finally {
    before.destroy();
    after.destroy();
  }
}

/** Applies the update and returns the types in which it changed something. */
function touchedBy(doc: Y.Doc, update: Uint8Array): ReadonlySet<unknown> {
  const touched = new Set<unknown>();
  const note = ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) touched.add(type);
  };
  doc.on("afterTransaction", note);
  Y.applyUpdate(doc, update);
  doc.off("afterTransaction", note);
  return touched;
}

interface Holding {
  readonly suggestion: Suggestion;
  readonly touched: ReadonlySet<unknown>;
}

function holdChildren(before: Parent, after: Parent, holding: Holding): void {
  const { suggestion, touched } = holding;
  const stood = childrenOf(before);
  const known = new Map(stood.map((child) => [keyOf(child), child]));
  const left = new Set(childrenOf(after).map(keyOf));
  for (const child of childrenOf(after)) {
    const same = known.get(keyOf(child)) ?? null;
    if (child instanceof Y.XmlText) {
      if (touched.has(child) || same === null) {
        holdText(same instanceof Y.XmlText ? same : null, child, suggestion);
      }
    } else if (same instanceof Y.XmlElement) {
      if (touched.has(child)) holdAttributes(same, child, suggestion);
      holdChildren(same, child, holding);
    } else claim(child, suggestion);
  }
  if (!touched.has(after)) return;
  putBackGone(stood, left, after, suggestion);
  for (const child of childrenOf(after)) {
    const isNew = !known.has(keyOf(child)) && left.has(keyOf(child));
    if (isNew && child instanceof Y.XmlElement && !hasAttribute(child, "inserted"))
      giveToNeighbour(child, after);
  }
}

function putBackGone(
  stood: readonly Child[],
  left: ReadonlySet<string>,
  after: Parent,
  suggestion: Suggestion,
): void {
  let at = 0;
  for (const child of stood) {
    if (left.has(keyOf(child)))
      at = childrenOf(after).findIndex((other) => keyOf(other) === keyOf(child)) + 1;
    else at += putBack(child, after, at, suggestion);
  }
}

/** Shared types have their identity in the item that holds them. */
function keyOf({ _item: item }: Child): string {
  return item === null ? "" : `${item.id.client} ${item.id.clock}`;
}

function childrenOf(parent: Parent): Child[] {
  return parent
    .toArray()
    .filter((child): child is Child => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

/** Returns how many children it put in. */
function putBack(gone: Child, parent: Parent, at: number, suggestion: Suggestion): number {
  if (gone instanceof Y.XmlText) {
    const before = at === 0 ? undefined : parent.get(at - 1);
    if (before instanceof Y.XmlText) {
      appendStruck(gone, before, suggestion);
      return 0;
    }
    const text = new Y.XmlText();
    parent.insert(at, [text]);
    appendStruck(gone, text, suggestion);
    return 1;
  }
  if (readSlot(gone.getAttribute("inserted"))?.person === suggestion.person) return 0;
  const copy = gone.clone();
  parent.insert(at, [copy]);
  if (hasAttribute(copy, "removed") && readSlot(gone.getAttribute("removed")) === null) {
    copy.setAttribute("removed", writeSlot(suggestion));
  }
  return 1;
}

/** A cell can't be proposed: what is in it goes into the one beside it, where blocks can be. */
function giveToNeighbour(cell: Y.XmlElement, row: Parent): void {
  const cells = childrenOf(row);
  const at = cells.indexOf(cell);
  const neighbour = cells[at - 1] ?? cells[at + 1];
  if (!(neighbour instanceof Y.XmlElement) || neighbour.nodeName !== cell.nodeName) return;
  const blocks = childrenOf(cell).map((block) => block.clone());
  neighbour.insert(neighbour.length, blocks);
  row.delete(at, 1);
}

/** A block, line break or cue that the update brought, with all that is in it. */
function claim(element: Y.XmlElement, suggestion: Suggestion): void {
  const isOwn = (slot: Slot) => readSlot(element.getAttribute(slot))?.person === suggestion.person;
  for (const slot of SLOTS) {
    if (!hasAttribute(element, slot) || isOwn(slot)) continue;
    if (slot === "inserted") element.setAttribute(slot, writeSlot(suggestion));
    else if (readSlot(element.getAttribute(slot)) !== null) element.removeAttribute(slot);
  }
  for (const child of childrenOf(element)) {
    if (child instanceof Y.XmlText) holdText(null, child, suggestion);
    else claim(child, suggestion);
  }
}

/** A person's own marks on a block may come and go, except that it was inserted; all else stays as it was. */
function holdAttributes(before: Y.XmlElement, after: Y.XmlElement, { person }: Suggestion): void {
  const [was, is] = [before.getAttributes(), after.getAttributes()] as Record<string, unknown>[];
  const isFree = (value: unknown) => (readSlot(value)?.person ?? person) === person;
  for (const name of new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])) {
    const [old, now] = [was?.[name] ?? null, is?.[name] ?? null];
    const isOwn = SLOTS.some((slot) => slot === name) && name !== "inserted" && isFree(old) && isFree(now);
    if (old === now || isOwn) continue;
    // Yjs types attributes as strings; like the binding, this writes what the schema's attribute holds.
    if (old === null) after.removeAttribute(name);
    else after.setAttribute(name, old as string);
  }
}

function hasAttribute({ nodeName }: Y.XmlElement, name: string): boolean {
  return name in (documentSchema().nodes[nodeName]?.spec.attrs ?? {});
}
