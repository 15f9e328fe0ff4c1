/** A place or range of a text, at random. */
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import type { Random } from "../helpers/random";

export function randomSelection({ doc }: EditorState, random: Random): TextSelection {
  const place = () => doc.resolve(random.below(doc.content.size + 1));
  const selection = TextSelection.between(place(), place());
  return selection instanceof TextSelection ? selection : TextSelection.create(doc, 1);
}
