/** A speech's text at one moment, with who has typed since another. */
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type BlockOrigins, readOrigins } from "@/core/authors/origins";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";

export interface Snapshot {
  readonly document: DocumentNode;
  readonly stateVector: Uint8Array;
  /** Characters typed per Yjs client id, deleted ones too. */
  readonly typed: ReadonlyMap<number, number>;
  readonly origins: readonly BlockOrigins[];
}

/** `since` is the state vector of an earlier snapshot; null counts from the beginning. */
export function takeSnapshot(doc: Y.Doc, since: Uint8Array | null): Snapshot {
  return {
    document: documentIn(doc),
    stateVector: Y.encodeStateVector(doc),
    typed: typedSince(doc, since === null ? new Map() : Y.decodeStateVector(since)),
    origins: readOrigins(doc.getXmlFragment(FRAGMENT)),
  };
}

/** As ProseMirror JSON. */
export function documentIn(doc: Y.Doc): DocumentNode {
  // y-tiptap types its result as a bare record; it is the JSON of a `doc` node.
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;
}

function typedSince(doc: Y.Doc, clocks: ReadonlyMap<number, number>): Map<number, number> {
  const typed = new Map<number, number>();
  for (const [clientId, structs] of doc.store.clients) {
    const known = clocks.get(clientId) ?? 0;
    let characters = 0;
    for (const struct of structs) {
      const end = struct.id.clock + struct.length;
      if (end <= known || !isText(struct)) continue;
      characters += end - Math.max(known, struct.id.clock);
    }
    if (characters > 0) typed.set(clientId, characters);
  }
  return typed;
}

/** Deleted text counts where Yjs still knows how long it was. */
function isText(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.Item && (struct.content instanceof Y.ContentString || isDeletedText(struct));
}

function isDeletedText({ content, parentSub }: Y.Item): boolean {
  return content instanceof Y.ContentDeleted && parentSub === null;
}
