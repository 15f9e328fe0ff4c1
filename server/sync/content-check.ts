/**
 * Whether an update's new structs fit the document schema. The Tiptap binding deletes from the shared
 * document every node that its schema can't build, for everyone; so a node of an unknown name, or in
 * a parent that can't hold it, must never reach the log; nor one deeper in others than any page can walk. It
 * checks names, parents and attributes, not the order of siblings: two honest writers can break that together,
 * and the binding mends it.
 */
import * as Y from "yjs";
import { childNames, documentSchema, FRAGMENT } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import { type AcceptedState, findStruct, type Struct } from "./accepted-state";
import { isAllowedAttribute, isPlain } from "./attribute-check";
import { isAllowedMark } from "./mark-check";
import { Nesting } from "./nesting";

/** Where a struct hangs: in the fragment, an element, a text, or something already collected. */
type Place =
  | {
      readonly kind: "element";
      readonly name: string;
      readonly attribute: string | null;
      /** Null for the fragment, which is no block. */
      readonly block: Y.Item | null;
    }
  | { readonly kind: "text" }
  | { readonly kind: "gone" };

const GONE: Place = { kind: "gone" };
const children = new Map(Object.values(documentSchema().nodes).map((type) => [type.name, childNames(type)]));

/** Throws AppError `content-not-allowed` at the first struct that the schema doesn't allow. */
export function checkContent(structs: readonly Struct[], accepted: AcceptedState): void {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const list = byClient.get(struct.id.client);
    if (list === undefined) byClient.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  const find = (id: Y.ID) => findStruct(byClient.get(id.client), id.clock) ?? accepted.find(id);
  const places = new Map<Struct, Place>();
  const blockAround = (block: Y.Item) => {
    const place = placeOf(block, find, places);
    return place.kind === "element" ? place.block : null;
  };
  let nesting: Nesting | undefined;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const place = placeOf(struct, find, places);
    checkItem(struct, place);
    if (!isBlock(struct) || place.kind !== "element") continue;
    // Only for blocks, so that letters cost nothing.
    nesting ??= new Nesting(blockAround);
    if (nesting.isFull(place.block)) throw notAllowed("blocks too deep in one another");
  }
}

function isBlock({ content }: Y.Item): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  const name = nameOf(content.type);
  return name !== null && documentSchema().nodes[name]?.isBlock === true;
}

/** Follows left and right neighbours to one that names its parent; iterative, since runs are long. */
function placeOf(item: Y.Item, find: (id: Y.ID) => Struct | undefined, places: Map<Struct, Place>): Place {
  const path: Struct[] = [];
  let place: Place | undefined;
  for (let struct: Struct | undefined = item; place === undefined; ) {
    if (struct === undefined || !(struct instanceof Y.Item) || path.length > 1_000_000) {
      place = GONE;
      break;
    }
    place = places.get(struct) ?? ownPlace(struct, find);
    path.push(struct);
    const neighbour: Y.ID | null = struct.origin ?? struct.rightOrigin;
    struct = neighbour === null ? undefined : find(neighbour);
  }
  for (const struct of path) places.set(struct, place);
  return place;
}

/** The place that a struct names itself; undefined when it copies a neighbour's. */
function ownPlace(item: Y.Item, find: (id: Y.ID) => Struct | undefined): Place | undefined {
  // A decoded item names its parent by root key or id; one in the live document by the type itself.
  const parent: unknown = item.parent;
  if (typeof parent === "string") {
    if (parent !== FRAGMENT) throw notAllowed(`root ${parent}`);
    return { kind: "element", name: "doc", attribute: item.parentSub, block: null };
  }
  if (parent instanceof Y.ID) {
    const holder = find(parent);
    if (!(holder instanceof Y.Item) || !(holder.content instanceof Y.ContentType)) return GONE;
    return placeIn(holder.content.type, item.parentSub, holder);
  }
  if (parent instanceof Y.AbstractType) return placeIn(parent, item.parentSub, parent._item);
  return undefined;
}

function placeIn(type: unknown, attribute: string | null, block: Y.Item | null): Place {
  if (type instanceof Y.XmlElement) return { kind: "element", name: type.nodeName, attribute, block };
  if (type instanceof Y.XmlText) {
    if (attribute !== null) throw notAllowed("attribute of a text");
    return { kind: "text" };
  }
  // The root fragment, once a document is live, is a type without an item of its own.
  if (type instanceof Y.XmlFragment) return { kind: "element", name: "doc", attribute, block: null };
  throw notAllowed("parent");
}

function checkItem(item: Y.Item, place: Place): void {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return;
  // Wherever it hangs: it is stored and encoded again in any case.
  checkKind(content);
  if (place.kind === "gone") return;
  if (place.kind === "text") checkInline(content);
  else if (place.attribute === null) checkChild(content, place.name);
  else checkAttribute(content, place.name, place.attribute);
}

/**
 * The kinds of content that the binding writes, with values that any Yjs can encode again. JSON nested
 * ten thousand deep can be read but not written: the speech could never be opened again.
 */
function checkKind(content: Y.Item["content"]): void {
  if (content instanceof Y.ContentString || content instanceof Y.ContentType) return;
  if (content instanceof Y.ContentFormat && isAllowedMark(content.key, content.value)) return;
  if (content instanceof Y.ContentAny && content.arr.every(isPlain)) return;
  throw notAllowed(content.constructor.name);
}

function checkInline(content: Y.Item["content"]): void {
  if (content instanceof Y.ContentString) return;
  // checkKind has looked at its key and value.
  if (content instanceof Y.ContentFormat) return;
  throw notAllowed(`inline ${content.constructor.name}`);
}

function checkChild(content: Y.Item["content"], parentName: string): void {
  const type: unknown = content instanceof Y.ContentType ? content.type : null;
  const name = nameOf(type);
  if (name === null || !children.get(parentName)?.has(name)) {
    throw notAllowed(`${name ?? content.constructor.name} in ${parentName}`);
  }
}

/** XmlHook extends Map, YText isn't XmlText: anything else has no name here. */
function nameOf(type: unknown): string | null {
  if (type instanceof Y.XmlText) return "text";
  // The binding can't build an element of that name, and would delete it.
  return type instanceof Y.XmlElement && type.nodeName !== "text" ? type.nodeName : null;
}

function checkAttribute(content: Y.Item["content"], nodeName: string, attribute: string): void {
  const attributes = documentSchema().nodes[nodeName]?.spec.attrs;
  const spec = attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  if (spec === undefined || !(content instanceof Y.ContentAny) || content.arr.length === 0) {
    throw notAllowed(`attribute ${attribute} of ${nodeName}`);
  }
  // Several where it was changed several times offline: Yjs joins the values that undo may want again.
  if (!content.arr.every((value) => isAllowedAttribute(spec, value))) {
    throw notAllowed(`value of ${attribute}`);
  }
}

function notAllowed(detail: string): AppError {
  return new AppError("content-not-allowed", detail);
}
