/**
 * Whether an update gives another text to ids that are taken. Somebody wrote under a client id that
 * wasn't theirs, or a copied local store is written in twice: what came first stands, so the second
 * text would be acknowledged as known without being anywhere.
 */
import * as Y from "yjs";
import type { AcceptedState, Struct } from "./accepted-state";

/** What is deleted on either side is left out: there is nothing to compare, and nothing left to lose. */
export function contradicts(structs: readonly Struct[], accepted: AcceptedState): boolean {
  return structs.some((struct) => {
    const known = accepted.clockOf(struct.id.client);
    return struct.id.clock < known && !agrees(struct, known, accepted);
  });
}

function agrees(brought: Struct, known: number, accepted: AcceptedState): boolean {
  const { client, clock } = brought.id;
  const end = Math.min(known, clock + brought.length);
  for (let at = clock; at < end; ) {
    const held = accepted.find(Y.createID(client, at));
    if (held === undefined) return false;
    const to = Math.min(end, held.id.clock + held.length);
    if (isLive(held) && isLive(brought) && !isSame(held, brought, at, to)) return false;
    at = to;
  }
  return true;
}

const isLive = (struct: Struct): struct is Y.Item =>
  struct instanceof Y.Item && !struct.deleted && !(struct.content instanceof Y.ContentDeleted);

/** From the clock `from` up to `to`; either may be a part of a longer run. */
function isSame(one: Y.Item, other: Y.Item, from: number, to: number): boolean {
  return (
    placeAt(one, from) === placeAt(other, from) &&
    JSON.stringify(contentAt(one, from, to)) === JSON.stringify(contentAt(other, from, to))
  );
}

/** Where it was put: between which neighbours or, without any, into what. */
function placeAt(item: Y.Item, clock: number): string {
  const { client } = item.id;
  const origin = clock > item.id.clock ? Y.createID(client, clock - 1) : item.origin;
  const { rightOrigin } = item;
  const parent = origin === null && rightOrigin === null ? [parentOf(item), item.parentSub] : null;
  return JSON.stringify([origin, rightOrigin, parent]);
}

/** By id; null for the root, which is named by its key in an update and stands there itself when live. */
function parentOf(item: Y.Item): Y.ID | null {
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return parent;
  return parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null;
}

function contentAt({ id, content }: Y.Item, from: number, to: number): unknown {
  if (content instanceof Y.ContentString) return content.str.slice(from - id.clock, to - id.clock);
  if (content instanceof Y.ContentAny) return content.arr.slice(from - id.clock, to - id.clock);
  if (content instanceof Y.ContentFormat) return [content.key, content.value];
  if (!(content instanceof Y.ContentType)) return content.constructor.name;
  const type: unknown = content.type;
  return type instanceof Y.XmlElement ? [type.nodeName] : content.type.constructor.name;
}
