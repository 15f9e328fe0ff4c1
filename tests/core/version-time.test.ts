import { expect, it } from "vitest";
import { dayOf, momentOf } from "@/components/versions/version-time";

it("UI-19 the day and the moment of a version have the year when it isn't the present one", () => {
  const now = new Date(2026, 10, 28, 9).getTime();
  const [old, recent] = [new Date(2025, 10, 23, 14, 5).getTime(), new Date(2026, 10, 23, 14, 5).getTime()];
  expect([momentOf(old, "zh-CN", now), momentOf(recent, "zh-CN", now)]).toEqual([
    "2025年11月23日 14:05",
    "11月23日 14:05",
  ]);
  expect(momentOf(old, "en", now)).toMatch(/^Nov 23, 2025, 2:05\sPM$/);
  expect([dayOf(old, now, "zh-CN"), dayOf(recent, now, "zh-CN")]).toEqual([
    "2025年11月23日周日",
    "11月23日周一",
  ]);
});
