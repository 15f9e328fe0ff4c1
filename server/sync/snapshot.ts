/** A speech's text at one moment, with what came since another. */
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { IdRange } from "@/core/authors/id-ranges";
import { readOrigins } from "@/core/authors/origins";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import type { VersionSnapshot } from "@/core/version-snapshot";

/** `since` is the state vector of an earlier snapshot; null counts from the beginning. */
export function takeSnapshot(doc: Y.Doc, since: Uint8Array | null): VersionSnapshot {
  return {
    document: documentIn(doc),
    stateVector: Y.encodeStateVector(doc),
    come: comeSince(doc, since === null ? new Map() : Y.decodeStateVector(since)),
    origins: readOrigins(doc.getXmlFragment(FRAGMENT)),
  };
}

/** As ProseMirror JSON. */
export function documentIn(doc: Y.Doc): DocumentNode {
  // y-tiptap types its result as a bare record; it is the JSON of a `doc` node.
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;
}

function comeSince(doc: Y.Doc, clocks: ReadonlyMap<number, number>): IdRange[] {
  const come: IdRange[] = [];
  for (const [clientId, structs] of doc.store.clients) {
    const known = clocks.get(clientId) ?? 0;
    for (const struct of structs) {
      const end = struct.id.clock + struct.length;
      if (end <= known || !isText(struct)) continue;
      const clock = Math.max(known, struct.id.clock);
      const last = come.at(-1);
      if (last?.clientId === clientId && last.clock + last.length === clock) {
        come[come.length - 1] = { ...last, length: end - last.clock };
      } else come.push({ clientId, clock, length: end - clock });
    }
  }
  return come;
}

/** Deleted text counts where Yjs still knows how long it was. */
function isText(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.Item && (struct.content instanceof Y.ContentString || isDeletedText(struct));
}

function isDeletedText({ content, parent, parentSub }: Y.Item): boolean {
  // A deleted block is left just so, in its container.
  return content instanceof Y.ContentDeleted && parent instanceof Y.Text && parentSub === null;
}
