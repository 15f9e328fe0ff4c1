/**
 * Keeps the nodes of lines that nobody changed where y-tiptap's binding shows what others wrote. It makes every node
 * anew then (3.0.9). Equal as they are, they'd be compared attribute by attribute from then on: by everything that looks
 * for what has changed, and by ProseMirror's view with every key, for as long as the page is open. The text shown is
 * what the binding made; only whole blocks that equal those it knew give way to them.
 */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { getRelativeSelection } from "@tiptap/y-tiptap";
import { XmlElement } from "yjs";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;
/** Of the shared document. */
type YElement = Parameters<Binding["mapping"]["get"]>[0];

/** For the binding of `view`; returns the way to undo it. */
export function keepNodes(binding: Binding, view: EditorView): () => void {
  const { mapping, type } = binding;
  const before = new Map<YElement, Node>();

  mapping.clear = () => {
    before.clear();
    for (const line of type.toArray()) {
      const node = mapping.get(line);
      // A text has several.
      if (node !== undefined && !Array.isArray(node)) before.set(line, node);
    }
    Map.prototype.clear.call(mapping);
  };

  /** What the binding made, with the nodes of before where they're equal. */
  const kept = (made: Fragment): Fragment => {
    const again = new Map<Node, Node>();
    // A line that was copied by dragging stands twice as one node; known by it, one copy would be taken for the other.
    const given = new Set<Node>();
    for (const [line, old] of before) {
      const node = mapping.get(line);
      if (node === undefined || Array.isArray(node) || given.has(old) || !node.eq(old)) continue;
      given.add(old);
      again.set(node, old);
      mapAgain(mapping, line, old);
    }
    before.clear();
    return Fragment.from(made.content.map((node) => again.get(node) ?? node));
  };

  // The binding begins each transaction that shows the shared document with this, and replaces all of the text in it.
  Object.defineProperty(binding, "_tr", {
    configurable: true,
    get(): Transaction {
      const { tr } = view.state;
      const { replace } = tr;
      tr.replace = (from, to, slice = Slice.empty) =>
        replace.call(tr, from, to, new Slice(kept(slice.content), slice.openStart, slice.openEnd));
      return tr.setMeta("addToHistory", false);
    },
  });
  return () => {
    Reflect.deleteProperty(mapping, "clear");
    Reflect.deleteProperty(binding, "_tr");
  };
}

/**
 * With all that stands in it: what the binding doesn't know by the editor's node it compares at the next key beside it, and
 * doesn't find again where it was selected.
 */
function mapAgain(mapping: Binding["mapping"], element: YElement, node: Node): void {
  mapping.set(element, node);
  if (!(element instanceof XmlElement)) return;
  const nodes = node.children.filter((child) => !child.isText);
  const elements = nodes.length > 0 ? element.toArray().filter((inner) => inner instanceof XmlElement) : [];
  for (const [index, inner] of elements.entries()) {
    const child = nodes[index];
    if (child !== undefined) mapAgain(mapping, inner, child);
  }
}
