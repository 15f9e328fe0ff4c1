import { describe, expect, it } from "vitest";
import { restoredLetters, type TextWithOrigins } from "@/core/authors/restored-letters";

const NEW = 9;
type Run = readonly [text: string, clientId: number, clock: number | null];

/** A paragraph for each of the arrays, of runs that different clients typed. */
function textOf(...blocks: readonly (readonly Run[])[]): TextWithOrigins {
  return {
    document: {
      type: "doc",
      content: blocks.map((runs) => ({
        type: "paragraph",
        content: runs.map(([text]) => ({ type: "text", text })),
      })),
    },
    origins: blocks.map((runs) => ({
      letters: runs.map(([{ length }, clientId, clock]) => ({ clientId, clock, length })),
      nodes: [],
      looks: [],
    })),
  };
}

const pairs = (version: TextWithOrigins, restored: TextWithOrigins) =>
  restoredLetters(version, restored, (clientId) => clientId === NEW).map(
    ({ clientId, clock, length, to }) => `${clientId}/${clock}+${length} → ${to.clientId}/${to.clock}`,
  );

describe("letters that a version brought back", () => {
  it("WW-32 are told run by run, those that stayed left out", () => {
    const version = textOf([
      ["我们要", 1, 0],
      ["推动", 2, 5],
      ["工作", 1, 3],
    ]);
    const restored = textOf([
      ["我们", 1, 0],
      ["要推", NEW, 0],
      ["动", 2, 6],
      ["工作", NEW, 2],
    ]);
    expect(pairs(version, restored)).toEqual(["1/2+1 → 9/0", "2/5+1 → 9/1", "1/3+2 → 9/2"]);
  });

  it("WW-32 are told of a line brought back beside one of the same wording that stayed", () => {
    const version = textOf([["谢谢大家。", 1, 0]], [["谢谢大家。", 2, 0]]);
    const stayed: Run = ["谢谢大家。", 1, 0];
    expect(pairs(version, textOf([["谢谢大家。", NEW, 0]], [stayed]))).toEqual(["2/0+5 → 9/0"]);
    expect(pairs(version, textOf([stayed], [["谢谢大家。", NEW, 0]]))).toEqual(["2/0+5 → 9/0"]);
  });

  it("WW-32 aren't told where it isn't known, nor of a line that the version hasn't got", () => {
    const line: Run = ["谢谢大家。", NEW, 0];
    expect(pairs(textOf([["谢谢大家。", 1, null]]), textOf([line]))).toEqual([]);
    expect(pairs({ ...textOf([["谢谢大家。", 1, 0]]), origins: [] }, textOf([line]))).toEqual([]);
    expect(pairs(textOf([["感谢各位。", 1, 0]]), textOf([line]))).toEqual([]);
    // Whose letters it is told of only those that came.
    expect(pairs(textOf([["谢谢大家。", 1, 0]]), textOf([["谢谢大家。", 3, 0]]))).toEqual([]);
  });
});
