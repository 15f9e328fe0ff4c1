/** Which of the words that a message writes are words that it takes out elsewhere. */
import { expect, it } from "vitest";
import { type Carried, carriedLetters, type Words } from "@/server/sync/carried-letters";

let clock = 0;
/** Words with an id of their own for each piece. */
function words(clientId: number, ...pieces: string[]): Words {
  const ids = pieces.map(({ length }) => {
    clock += length;
    return { clientId, clock: clock - length, length };
  });
  return { text: pieces.join(""), ids };
}
const lengthOf = (carried: readonly Carried[]) => carried.reduce((sum, { length }) => sum + length, 0);

it("VE-44 lines are found whole or within others, each written letter once, piece by piece", () => {
  const gone = [words(1, "一行", "字"), words(1, "二行"), words(1, "一行字")];
  const written = [words(2, "二行一行字"), words(2, "一行字")];
  const carried = carriedLetters(gone, written);
  expect(lengthOf(carried)).toBe(8);
  const places = carried.flatMap(({ to, length }) => Array.from({ length }, (_, at) => to.clock + at));
  expect(new Set(places).size).toBe(8);
  expect(carriedLetters([words(1, "别的话")], written)).toEqual([]);
});

it("VE-44 a line that was parted is found in all its parts", () => {
  const carried = carriedLetters([words(1, "前半句后半句")], [words(2, "前半句"), words(2, "后半句")]);
  expect(carried.map(({ length }) => length)).toEqual([3, 3]);
});

it("VE-44 whole lines are found whatever their number; a made-up message isn't searched through for ever", () => {
  const many = (clientId: number, text: (index: number) => string) =>
    Array.from({ length: 5000 }, (_, index) => words(clientId, text(index)));
  const lines = (index: number) => `第${index}行`;
  expect(carriedLetters(many(1, lines), many(2, lines))).toHaveLength(5000);
  const within = carriedLetters(
    many(1, lines),
    many(2, (index) => `${lines(index)}。`),
  );
  expect(within.length).toBeGreaterThan(0);
  expect(within.length).toBeLessThan(5000);
});
