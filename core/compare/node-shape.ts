import type { DocumentNode } from "@/core/document/schema";
import type { BlockEdit, NodeShape } from "./comparison";

/** The node without what is in it. */
export function shapeOf({ content: _, ...shape }: DocumentNode): NodeShape {
  return shape;
}

/** Null when both are of one shape. */
export function changeOfShape(before: DocumentNode, after: DocumentNode): BlockEdit["shape"] {
  const shapes = { before: shapeOf(before), after: shapeOf(after) };
  return JSON.stringify(shapes.before) === JSON.stringify(shapes.after) ? null : shapes;
}
