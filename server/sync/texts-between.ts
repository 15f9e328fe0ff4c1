/** Which pieces of which texts lie between two positions of a shared document, in document order. */
import * as Y from "yjs";

/** `from` and `to` are indices into the text, `from` < `to`. */
export interface TextPiece {
  readonly text: Y.XmlText;
  readonly from: number;
  readonly to: number;
}

/** A place between the children of an element, or between the letters of a text. */
type Position = Pick<Y.AbsolutePosition, "type" | "index">;

/** Empty when `to` isn't after `from`, or one of them is outside the tree. */
export function textsBetween(root: Y.XmlFragment, from: Position, to: Position): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  // As a whole type: the closures below change it.
  let state = "before" as "before" | "between" | "after";
  const passPlace = (node: unknown, index: number) => {
    if (state === "before" && node === from.type && index >= from.index) state = "between";
    if (node === to.type && index >= to.index) state = "after";
  };
  const visit = (node: Y.XmlFragment) => {
    node.toArray().forEach((child, index) => {
      passPlace(node, index);
      if (child instanceof Y.XmlText) takeText(child);
      else if (child instanceof Y.XmlFragment) visit(child);
    });
    passPlace(node, node.length);
  };
  const takeText = (text: Y.XmlText) => {
    const start = text === from.type ? from.index : 0;
    const end = text === to.type ? to.index : text.length;
    if (text === from.type && state === "before") state = "between";
    if (state === "between" && end > start) pieces.push({ text, from: start, to: end });
    if (text === to.type) state = "after";
  };
  visit(root);
  return state === "after" ? pieces : [];
}
