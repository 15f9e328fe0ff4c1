/**
 * Enter behind 同志们： makes the line a salutation, as pasting it would. Only where a speech begins: further
 * down a line that ends like one (…，各位同志：) can be the beginning of a list.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { isTitleBlockName } from "@/core/document/node-names";
import { isSalutation } from "@/core/text/import/title-block";
import { countedText } from "../outline/block-text";

export const TypedSalutation = Extension.create({
  name: "typedSalutation",
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        if (endsFirstSalutation(this.editor.state)) this.editor.commands.setNode("salutation");
        return false; // the new line is begun as behind any other
      },
    };
  },
});

/** Whether the caret is at the end of a paragraph that calls on the audience, the first under the title block. */
export function endsFirstSalutation({ doc, selection }: EditorState): boolean {
  const { $from, empty } = selection;
  const line = $from.parent;
  if (!empty || $from.depth !== 1 || line.type.name !== "paragraph") return false;
  if ($from.parentOffset !== line.content.size || !isSalutation(countedText(line))) return false;
  return doc.children.slice(0, $from.index(0)).every(isAboveSpeech);
}

const isAboveSpeech = ({ type, content }: Node): boolean =>
  isTitleBlockName(type.name) || (type.name === "paragraph" && content.size === 0);
