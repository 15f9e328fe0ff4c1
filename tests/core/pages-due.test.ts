import { describe, expect, it } from "vitest";
import { dueOf } from "@/core/due";

describe("dueOf", () => {
  const cases = [
    [null, { kind: "none" }],
    ["2026-11-22", { kind: "overdue", days: 1 }],
    ["2025-11-23", { kind: "overdue", days: 365 }],
    ["2026-11-23", { kind: "soon", days: 0 }],
    ["2026-11-26", { kind: "soon", days: 3 }],
    ["2026-11-27", { kind: "later", days: 4 }],
  ] as const;
  for (const [dueOn, due] of cases) {
    it(`UI-03 on 2026-11-23, a speech due ${dueOn} is ${due.kind}`, () => {
      expect(dueOf(dueOn, "2026-11-23")).toEqual(due);
    });
  }

  it("UI-03 counts calendar days over the change to daylight saving time", () => {
    expect(dueOf("2026-03-30", "2026-03-28")).toEqual({ kind: "soon", days: 2 });
  });
});
