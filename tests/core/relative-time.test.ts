import { afterEach, describe, expect, it, vi } from "vitest";
import { relativeTime, shortDay } from "@/components/speeches/relative-time";

/** A Wednesday, just after midnight where the test runs. */
const NOW = new Date(2026, 5, 3, 0, 30).getTime();
const ago = (...[day, hour, minute]: [number, number, number]) =>
  relativeTime(new Date(2026, 5, day, hour, minute).getTime(), NOW, "zh-CN");

describe("how long ago", () => {
  it("UI-19 is told in minutes and hours within a day", () => {
    expect([ago(3, 0, 30), ago(3, 0, 10), ago(2, 23, 30), ago(2, 1, 0)]).toEqual([
      null,
      "20分钟前",
      "1小时前",
      "23小时前",
    ]);
  });

  it("UI-19 counts days by the calendar: yesterday is the day before today, however late", () => {
    expect([ago(2, 0, 10), ago(1, 23, 50), ago(1, 0, 0)]).toEqual(["昨天", "前天", "前天"]);
  });
});

describe("a day", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(["Pacific/Pago_Pago", "Asia/Shanghai", "Pacific/Kiritimati"])(
    "UI-19 has its year when it isn't the reader's (%s)",
    (zone) => {
      vi.stubEnv("TZ", zone);
      const now = new Date(2026, 10, 28, 12).getTime();
      expect([shortDay("2026-12-31", now, "zh-CN"), shortDay("2027-01-01", now, "zh-CN")]).toEqual([
        "12月31日",
        "2027年1月1日",
      ]);
    },
  );
});
