/** Messages and updates that no honest client sends, built by hand. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import type { SyncClient } from "./sync-client";

/** An update made by `change` on a document that starts as a copy of the client's. */
export function forge(
  client: Pick<SyncClient, "doc">,
  change: (fragment: Y.XmlFragment, doc: Y.Doc) => void,
): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getXmlFragment(FRAGMENT), doc));
  return Y.encodeStateAsUpdate(doc, before);
}

export function message(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === "number") encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

export interface RawDeletion {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** Structs as they stand in an update: client, first clock, and raw bytes per struct; and what it deletes. */
export function rawUpdate(
  blocks: { client: number; clock: number; structs: number[][] }[],
  deletions: readonly RawDeletion[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const bytes of structs) encoding.writeUint8Array(encoder, Uint8Array.from(bytes));
  }
  encoding.writeVarUint(encoder, deletions.length);
  for (const { client, clock, length } of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
  }
  return encoding.toUint8Array(encoder);
}

export const element = (name: string, content?: Y.XmlElement | Y.XmlText) => {
  const node = new Y.XmlElement(name);
  if (content !== undefined) node.insert(0, [content]);
  return node;
};
/** A paragraph in so many lists, one inside the other. */
export const listsAround = (paragraph: Y.XmlElement, lists: number): Y.XmlElement => {
  let block = paragraph;
  for (let made = 0; made < lists; made += 1) {
    const item = element("listItem", block);
    if (made > 0) item.insert(0, [element("paragraph")]);
    block = element("bulletList", item);
  }
  return block;
};
export const heading = (level: unknown) => {
  const node = element("heading", new Y.XmlText("题"));
  // Yjs types attributes as strings; the binding and forgers write any JSON.
  (node as unknown as { setAttribute(name: string, value: unknown): void }).setAttribute("level", level);
  return node;
};
export const marked = (mark: string) => {
  const text = new Y.XmlText();
  text.insert(0, "字", { [mark]: {} });
  return element("paragraph", text);
};
export const GC_OF_ONE = [0, 1];
