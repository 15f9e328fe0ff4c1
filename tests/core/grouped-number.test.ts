import { expect, it } from "vitest";
import { groupedNumber } from "@/core/text/grouped-number";

it("ED-66 numbers are grouped as Intl groups them in both languages", () => {
  for (const value of [0, 7, 999, 1000, 6050, 30_070, 123_456, 1_000_000]) {
    expect(groupedNumber(value)).toBe(value.toLocaleString("zh-CN"));
    expect(groupedNumber(value)).toBe(value.toLocaleString("en"));
  }
});
