import { describe, expect, it } from "vitest";
import type { Words } from "@/core/authors/carried-letters";
import { RememberedWords } from "@/core/authors/remembered-words";
import { removedWords, withRemovedElsewhere } from "@/core/authors/removed-words";

let clock = 0;
function words(text: string, clientId = 1): Words {
  const ids = [{ clientId, clock, length: text.length }];
  clock += text.length;
  return { text, ids };
}
const lettersIn = ({ carried }: { readonly carried: readonly { readonly length: number }[] }) =>
  carried.reduce((sum, { length }) => sum + length, 0);

describe("words that a person took out", () => {
  it("WW-30 come back once each, the same line of two people as both their lines", () => {
    const memory = new RememberedWords();
    const [one, other] = [words("谢谢大家。", 1), words("谢谢大家。", 2)];
    memory.follow([one, other], []);
    const { carried } = memory.follow([], [words("谢谢大家。", 3), words("谢谢大家。", 3)]);
    expect(carried.map(({ clientId }) => clientId)).toEqual([1, 2]);
    expect(memory.follow([], [words("谢谢大家。", 3)]).carried).toEqual([]);
    expect(memory.isEmpty).toBe(true);
  });

  it("WW-30 don't come back when the same message put them elsewhere", () => {
    const memory = new RememberedWords();
    expect(lettersIn(memory.follow([words("一行字")], [words("一行字", 2)]))).toBe(3);
    expect(memory.follow([], [words("一行字", 2)]).carried).toEqual([]);
  });

  it("WW-30 are known after hundreds of others when they are many, after few when they are soon typed anew", () => {
    const memory = new RememberedWords();
    memory.follow([words("推动"), words("推动高质量发展取得实效")], []);
    for (let step = 0; step < 250; step += 1) memory.follow([words(`又删去了第${step}句话语`)], []);
    expect(memory.follow([], [words("推动", 2)]).carried).toEqual([]);
    expect(lettersIn(memory.follow([], [words("推动高质量发展取得实效", 2)]))).toBe(11);
  });

  it("WW-31 are known when they went elsewhere, once however often that is heard of, until they came back there", () => {
    const memory = new RememberedWords();
    const [here, elsewhere] = [words("在这里删去"), words("在别处删去")];
    memory.follow([here], []);
    for (let time = 0; time < 2; time += 1) {
      memory.learn([removedWords([elsewhere])], []);
    }
    const twice = [words("在别处删去", 2), words("在别处删去", 2)];
    expect(lettersIn(memory.follow([], twice))).toBe(5);
    memory.learn([removedWords([elsewhere])], []);
    expect(withRemovedElsewhere(memory.removals, [], [])).toEqual([removedWords([here])]);
    expect(withRemovedElsewhere(memory.removals, [], here.ids)).toEqual([]);
  });

  it("WW-30 are forgotten beyond a bound, oldest first", () => {
    const memory = new RememberedWords();
    const long = (letter: string) => letter.repeat(90_000);
    for (const letter of ["甲", "乙", "丙"]) memory.follow([words(long(letter))], []);
    expect(memory.follow([], [words(long("甲"), 2)]).carried).toEqual([]);
    expect(lettersIn(memory.follow([], [words(long("乙"), 2), words(long("丙"), 2)]))).toBe(180_000);
  });
});
