/** Long lines that have next to nothing to do with each other. */
import { describe, expect, it } from "vitest";
import { textEdits } from "@/core/compare/text-edits";

const KEPT = "中间这一句两边都有。";
/** Clauses that nobody else has. */
const own = (name: string) => Array.from({ length: 1_500 }, (_, at) => `${name}${at}，`).join("");

describe("textEdits", () => {
  it("VE-03 keeps the one sentence that two lines share, however much else differs in them", () => {
    const before = `${own("甲")}${KEPT}${own("乙")}`;
    const after = `${own("丙")}${KEPT}${own("丁")}`;
    const edits = textEdits(before, after);
    expect(edits.filter(({ same }) => same).map((edit) => edit.before.join(""))).toContain(KEPT);
    expect(edits.flatMap((edit) => edit.before).join("") === before).toBe(true);
    expect(edits.flatMap((edit) => edit.after).join("") === after).toBe(true);
  });
});
