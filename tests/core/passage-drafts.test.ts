import { expect, it } from "vitest";
import { draftNames, likenessOf } from "@/components/reading/draft-names";

const place = (texts: readonly string[], block: number, from: number, quote: string) => ({
  block,
  text: texts[block] ?? "",
  from,
  to: from + quote.length,
});
const THANKS = "谢谢大家。";

it("LV-68 what is written about one of several sentences that read the same is its own", () => {
  const texts = ["谢谢大家。我们要推动工作。谢谢大家。", "同志们：", "谢谢大家。"];
  const likeness = [
    likenessOf(texts, place(texts, 0, 0, THANKS)),
    likenessOf(texts, place(texts, 0, 13, THANKS)),
    likenessOf(texts, place(texts, 2, 0, THANKS)),
  ];
  expect(likeness).toEqual([0, 1, 2].map((nth) => ({ nth, of: 3 })));
  const names = likeness.map((each) => draftNames("instruction", THANKS, each)[0]);
  expect(new Set(names).size).toBe(3);
});

it("LV-68 it is there again after one of the others went, and wherever its block went", () => {
  const before = draftNames("rewording", THANKS, { nth: 1, of: 2 })[0];
  // The first of the two is worded anew.
  const texts = ["同志们：", "谢谢各位。", THANKS];
  expect(draftNames("rewording", THANKS, likenessOf(texts, place(texts, 2, 0, THANKS)))).toContain(before);
  // Where both stand, the first isn't taken for the other.
  expect(draftNames("rewording", THANKS, { nth: 0, of: 2 })).not.toContain(before);
});
