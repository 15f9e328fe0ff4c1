/** The ProseMirror schema of a speech and what the server needs to know of it. */
import { getSchema } from "@tiptap/core";
import type { NodeType, Schema } from "@tiptap/pm/model";
import { documentExtensions } from "./extensions";

export { FRAGMENT } from "./fragment";

let schema: Schema | undefined;

/** The schema, built once per process. */
export function documentSchema(): Schema {
  schema ??= getSchema(documentExtensions);
  return schema;
}

/** A document as JSON, as ProseMirror writes it. */
export interface DocumentNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Looked for once a kind of node: a schema never changes. */
const namesOf = new WeakMap<NodeType, ReadonlySet<string>>();

/** The names of the element nodes that may stand somewhere directly inside `parent`. */
export function childNames(parent: NodeType): ReadonlySet<string> {
  const known = namesOf.get(parent);
  if (known !== undefined) return known;
  const names = new Set<string>();
  namesOf.set(parent, names);
  const seen = new Set<unknown>();
  const open = [parent.contentMatch];
  for (let match = open.pop(); match !== undefined; match = open.pop()) {
    if (seen.has(match)) continue;
    seen.add(match);
    for (let index = 0; index < match.edgeCount; index += 1) {
      const edge = match.edge(index);
      names.add(edge.type.name);
      open.push(edge.next);
    }
  }
  return names;
}
