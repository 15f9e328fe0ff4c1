/** Numbered lists in the editor: begun by a number as lists have it. */
import { type AnyExtension, wrappingInputRule } from "@tiptap/core";
import { NumberedList } from "@/core/document/extensions";

/** A year, a telephone or an order number in front of a full stop and a blank is text, which Word can't count from. */
const FIRST_NUMBER = /^(\d{1,3})\.\s$/;

export const SpeechList: AnyExtension = NumberedList.extend({
  addInputRules() {
    return [
      wrappingInputRule({
        find: FIRST_NUMBER,
        type: this.type,
        getAttributes: ([, number]) => ({ start: Number(number) }),
        // As Tiptap has it: 3. behind a list of two goes on in it, but not in one that counts a, b, c.
        joinPredicate: ([, number], { attrs, childCount }) =>
          (!attrs.type || attrs.type === "1") && childCount + attrs.start === Number(number),
      }),
    ];
  },
});
