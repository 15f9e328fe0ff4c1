/** Whether two documents say the same, whatever order marks of one kind stand in: replicas may differ in that. */
import { Fragment, type Mark, type Node } from "@tiptap/pm/model";

export function isSameText(one: Node, other: Node): boolean {
  return one.eq(other) || inOneOrder(one).eq(inOneOrder(other));
}

function inOneOrder(node: Node): Node {
  if (node.isText) return node.mark([...node.marks].sort(byKindThenValues));
  return node.isLeaf ? node : node.copy(Fragment.fromArray(node.children.map(inOneOrder)));
}

function byKindThenValues(one: Mark, other: Mark): number {
  if (one.type !== other.type) return one.type.name < other.type.name ? -1 : 1;
  return JSON.stringify(one.attrs) < JSON.stringify(other.attrs) ? -1 : 1;
}
