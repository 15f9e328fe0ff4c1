/** Text in words, also where it runs on longer than the dictionary takes at once. */
import { describe, expect, it } from "vitest";
import { countWords, words } from "@/core/compare/words";

const ENGLISH = "It isn't the long run, at 3.14 per cent,  that counts. ";

describe("words", () => {
  it("VE-03 a run of English without a Chinese mark is cut between its words, however long", () => {
    const times = Math.ceil(70_000 / ENGLISH.length);
    const text = ENGLISH.repeat(times);
    const found = words(text);
    expect(found.join("") === text).toBe(true);
    const once = words(ENGLISH);
    expect(once).toContain("isn't");
    expect(found).toEqual(Array.from({ length: times }, () => once).flat());
    expect(countWords(text)).toBe(times * countWords(ENGLISH));
  });

  it("VE-03 a run without blanks is cut behind its marks, else at a whole character", () => {
    const marked = words("alpha,beta,".repeat(7_000));
    expect(marked.join("") === "alpha,beta,".repeat(7_000)).toBe(true);
    expect(new Set(marked)).toEqual(new Set(["alpha", ",", "beta"]));
    for (const start of ["", "a"]) {
      const faces = `${start}${"😀".repeat(35_000)}`;
      const found = words(faces);
      expect(found.join("") === faces).toBe(true);
      expect(found.filter((word) => /\p{Surrogate}/u.test(word))).toEqual([]);
    }
    const chinese = "高质量发展".repeat(14_000);
    expect(words(chinese).join("") === chinese).toBe(true);
  });

  it("VE-03 an ordinary text is cut as a whole", () => {
    const text = `${"推动高质量发展 and ".repeat(500)}done`;
    const whole = new Intl.Segmenter("zh", { granularity: "word" });
    expect(words(text)).toEqual(Array.from(whole.segment(text), ({ segment }) => segment));
    expect(words("")).toEqual([]);
  });
});
