import { TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { endsFirstSalutation } from "@/components/editor/input/typed-salutation";
import { speech, stateOf } from "./speech-state";

/** The caret stands so many characters in front of the end. */
function endsThere(doc: ReturnType<typeof speech>, before = 0): boolean {
  const state = stateOf(doc);
  const end = TextSelection.atEnd(doc).head - before;
  return endsFirstSalutation(state.apply(state.tr.setSelection(TextSelection.create(doc, end))));
}

it("ED-26 the words that call on the audience, first or under the title block", () => {
  for (const words of ["同志们：", "各位代表：", "尊敬的周书记，各位来宾："]) {
    expect(endsThere(speech(["p", words])), words).toBe(true);
    expect(endsThere(speech(["title", "在会上的讲话"], ["p", ""], ["p", words])), words).toBe(true);
  }
});

it("ED-26 not further down, not in the middle, not in a heading, not what is no call", () => {
  expect(endsThere(speech(["p", "刚才讲了三点。"], ["p", "同志们："]))).toBe(false);
  expect(endsThere(speech([1, "要求"], ["p", "同志们："]))).toBe(false);
  expect(endsThere(speech(["p", "同志们："]), 1)).toBe(false);
  expect(endsThere(speech([1, "同志们："]))).toBe(false);
  expect(endsThere(speech(["p", "今天讲三点："]))).toBe(false);
  expect(endsThere(speech(["p", "同志们"]))).toBe(false);
});
