/** Which suggestion is the next, and which the previous one. */
import { describe, expect, it } from "vitest";
import { neighbourOf } from "@/components/editor/suggest/step";

const LISTED = [
  { id: "a", from: 0, to: 4 },
  { id: "b", from: 10, to: 12 },
  { id: "c", from: 12, to: 15 },
  { id: "d", from: 13, to: 14 },
];
const steps = (caret: number, active: string | null = null) =>
  ([-1, 1] as const).map((by) => neighbourOf(LISTED, { active, caret }, by)?.id);

describe("SU-82 going through suggestions", () => {
  it("SU-82 begins where the caret is: before it, behind it, or from the one it is in", () => {
    expect(steps(6)).toEqual(["a", "b"]);
    expect(steps(10)).toEqual(["a", "b"]);
    expect(steps(11)).toEqual(["a", "c"]);
    expect(steps(12)).toEqual(["b", "c"]);
    expect(steps(20)).toEqual(["d", "a"]);
    expect(steps(0)).toEqual(["d", "a"]);
  });

  it("SU-82 goes on from the active one as long as the caret stayed in it", () => {
    expect(steps(13, "d")).toEqual(["c", "a"]);
    expect(steps(12, "b")).toEqual(["a", "c"]);
    expect(steps(6, "d")).toEqual(["a", "b"]);
    expect(steps(6, "gone")).toEqual(["a", "b"]);
  });

  it("SU-82 there is none where nothing is listed", () => {
    expect(neighbourOf([], { active: null, caret: 3 }, 1)).toBeUndefined();
  });
});
