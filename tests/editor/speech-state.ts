/** Speeches for tests of the editor's plugins, without a browser. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Plugin } from "@tiptap/pm/state";
import { documentSchema } from "@/core/document/schema";

export type Line = readonly [kind: "title" | "p" | 1 | 2 | 3 | 4 | "run-in", text: string];

/** A document from lines: `[1, "形势"]` is a heading of level 1, `["run-in", …]` one of level 2. */
export function speech(...lines: readonly Line[]): Node {
  const { nodes } = documentSchema();
  const text = (content: string) => (content === "" ? null : documentSchema().text(content));
  const blocks = lines.map(([kind, content]) => {
    if (kind === "title") return nodes.title?.create(null, text(content));
    if (kind === "p") return nodes.paragraph?.create(null, text(content));
    const attrs = kind === "run-in" ? { level: 2, runIn: true } : { level: kind };
    return nodes.heading?.create(attrs, text(content));
  });
  return documentSchema().node(
    "doc",
    null,
    blocks.filter((block) => block !== undefined),
  );
}

export function stateOf(doc: Node, ...plugins: readonly Plugin[]): EditorState {
  return EditorState.create({ doc, plugins });
}

/** Position before top-level block `index`. */
export function placeBefore(doc: Node, index: number): number {
  let pos = 0;
  for (let block = 0; block < index; block += 1) pos += doc.child(block).nodeSize;
  return pos;
}

/** What a remote edit does: the binding replaces the whole document. */
export function replaceEverything(state: EditorState, doc: Node): EditorState {
  // From JSON, since the binding builds every node anew: none may be recognized by identity.
  const rebuilt = documentSchema().nodeFromJSON(doc.toJSON());
  return state.apply(state.tr.replaceWith(0, state.doc.content.size, rebuilt.content));
}

/** The blocks' texts, headings with a mark of their level. */
export function linesOf(doc: Node): string[] {
  return doc.children.map((block) =>
    block.type.name === "heading"
      ? `${"#".repeat(Number(block.attrs.level))} ${block.textContent}`
      : block.textContent,
  );
}
