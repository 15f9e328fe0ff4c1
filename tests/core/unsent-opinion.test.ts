/** What comes back into the form for signing when its page is loaded anew. */
import { expect, it } from "vitest";
import { UnsentTexts } from "@/components/editor/comments/unsent-texts";
import { OPINION, unsentOpinion } from "@/components/sign-off/unsent-opinion";

function textsWith(opinion: string): UnsentTexts {
  const texts = new UnsentTexts();
  texts.set(OPINION, opinion);
  return texts;
}

it("SG-93 an opinion that was given, though the answer was lost, doesn't come back as if being written", () => {
  const texts = textsWith("第三部分再压一压。\n");
  expect(unsentOpinion(texts, { opinion: "第三部分再压一压。" })).toBe("");
  // Nor once another answer is given, without one.
  expect(unsentOpinion(texts, { opinion: "" })).toBe("");
});

it("SG-93 what is being written in place of a given answer, or before any, comes back", () => {
  for (const given of [null, { opinion: "" }, { opinion: "写得好" }]) {
    expect(unsentOpinion(textsWith("再想想"), given)).toBe("再想想");
  }
  expect(unsentOpinion(new UnsentTexts(), null)).toBe("");
});
