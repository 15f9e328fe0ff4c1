import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { pastePlace } from "@/components/editor/clipboard/paste-place";
import { documentSchema } from "@/core/document/schema";
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

it("TX-24 only a paragraph of the speech's own in which nothing is written is an empty line", () => {
  const placeIn = (doc: Node, at: number) => {
    const state = stateOf(doc);
    const selection = TextSelection.create(doc, at);
    return pastePlace(state.apply(state.tr.setSelection(selection)));
  };
  const { paragraph, quotation } = documentSchema().nodes;
  const inside = documentSchema().node("doc", null, quotation?.create(null, paragraph?.create()));
  const places = [
    placeIn(speech(["p", ""]), 1),
    placeIn(speech(["p", "甲"]), 1),
    placeIn(speech([1, ""]), 1),
    placeIn(inside, 2),
  ];
  expect(places.map(({ isEmptyLine }) => isEmptyLine)).toEqual([true, false, false, false]);
  expect(places.map(({ isInside }) => isInside)).toEqual([false, false, false, true]);
});
