import { expect, it } from "vitest";
import { draftNames, likenessOf, waitingName, waitingNames } from "@/components/reading/draft-names";

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

it("LV-80 what was written about words that stand nowhere any more waits, and nothing else", () => {
  const texts = ["要继续推动工作。", "两行的\n标题"];
  const gone = draftNames("instruction", "要推动工作。", { nth: 0, of: 1 })[0];
  const oneOfSeveral = draftNames("instruction", THANKS, { nth: 2, of: 3 })[0];
  const refused = waitingName("instruction", "推动工作");
  const names = [
    gone,
    oneOfSeveral,
    refused,
    // Of an earlier release.
    "waiting-instruction",
    draftNames("instruction", "推动工作", { nth: 0, of: 1 })[0],
    draftNames("instruction", "的\n标题", { nth: 0, of: 1 })[0],
    "opinion",
    "reply-要推动工作。",
  ];
  expect(waitingNames("instruction", names, texts)).toEqual([
    gone,
    oneOfSeveral,
    refused,
    "waiting-instruction",
  ]);
  expect(waitingNames("rewording", names, texts)).toEqual([]);
});
