import { expect, it } from "vitest";
import { nothingRead, type Read, withRead } from "@/components/reading/reading-state";
import { newDirectiveId, newSpeechId } from "@/core/ids";
import type { SpeechSummary } from "@/core/speech";

const SPEECH: SpeechSummary = {
  id: newSpeechId(),
  title: "在动员会上的讲话",
  occasion: "",
  role: "suggester",
  stage: "review",
  numberingStyle: "nested",
} as unknown as SpeechSummary; // of which nothing else is read here

const read = (
  textHash: string,
  change: Partial<SpeechSummary> = {},
  points: Read["text"]["points"] = [],
): Read => ({
  text: {
    document: { type: "doc", content: [] },
    textHash,
    points,
    numberingStyle: change.numberingStyle ?? SPEECH.numberingStyle,
  },
  speech: { ...SPEECH, ...change },
  signOffs: { request: null } as Read["signOffs"],
  directives: [],
});

it("LV-44 the numbers and the title that are read are those of the text that is signed", () => {
  const first = withRead(nothingRead(SPEECH), read("one"), null);
  const changed = read("two", { numberingStyle: "flat", title: "在推进会上的讲话", stage: "final" });
  const waiting = withRead(first, changed, null);
  expect(waiting.shown).toMatchObject({ textHash: "one", numberingStyle: "nested" });
  // What may be done with it counts at once.
  expect(waiting.speech).toMatchObject({ title: "在动员会上的讲话", stage: "final" });
  const shown = withRead(waiting, changed, { own: undefined });
  expect(shown.shown).toMatchObject({ textHash: "two", numberingStyle: "flat" });
  expect(shown.speech.title).toBe("在推进会上的讲话");
  expect(shown.latest).toBeNull();
});

it("LV-44 another title above the same text is shown at once", () => {
  const first = withRead(nothingRead(SPEECH), read("one"), null);
  expect(withRead(first, read("one", { title: "新题目" }), null).speech.title).toBe("新题目");
});

it("LV-67 a new remark shows in the text that is read, and none of a text that isn't shown", () => {
  const point = (from: number) => ({ id: newDirectiveId(), block: 0, from, to: from + 2 });
  const [one, other] = [point(0), point(4)];
  const first = withRead(nothingRead(SPEECH), read("one"), null);
  const remarked = withRead(first, read("one", {}, [one]), null);
  expect(remarked).toMatchObject({ shown: first.shown, points: [one] });
  const waiting = withRead(remarked, read("two", {}, [other]), null);
  expect(waiting.points).toEqual([one]);
  expect(withRead(waiting, read("two", {}, [other]), { own: undefined }).points).toEqual([other]);
});
