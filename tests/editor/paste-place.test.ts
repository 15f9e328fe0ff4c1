import { TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { pastePlace } from "@/components/editor/clipboard/paste-place";
import { placeBefore, speech, stateOf } from "./speech-state";

it("TX-15 a paste begins the speech where no words stand above what it replaces", () => {
  const beginsAt = (...range: [number, number?]) => {
    const doc = speech(["p", ""], ["title", "讲话"], ["p", "甲"]);
    const [from, to = from] = range.map((block) => placeBefore(doc, block ?? 0) + 1);
    const state = stateOf(doc);
    const selection = TextSelection.create(doc, from ?? 1, to);
    return pastePlace(state.apply(state.tr.setSelection(selection))).beginsSpeech;
  };
  expect([beginsAt(0), beginsAt(1), beginsAt(2), beginsAt(0, 2)]).toEqual([true, true, false, true]);
});
