/** Ids: what rows of one moment are listed by. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { ID_PATTERN } from "@/core/id-form";
import { newId } from "@/core/new-id";

afterEach(() => {
  vi.restoreAllMocks();
});

const COUNT = 10_000;
const many = () => Array.from({ length: COUNT }, newId);

function expectAscending(ids: readonly string[]): void {
  expect(ids.filter((id) => !ID_PATTERN.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.findIndex((id, at) => at > 0 && id <= (ids[at - 1] ?? ""))).toBe(-1);
}

describe("ids", () => {
  it("ST-17 they ascend within a millisecond, and while the clock is set back", () => {
    const before = newId();
    const clock = vi.spyOn(Date, "now");
    const now = Date.now();
    clock.mockReturnValue(now);
    const still = many();
    clock.mockReturnValue(now - 3_600_000);
    expectAscending([before, ...still, ...many()]);
  });

  it("ST-17 they ascend from a day, a year and a century to the next", () => {
    const clock = vi.spyOn(Date, "now");
    const day = 86_400_000;
    const now = Date.now();
    expectAscending(
      [0, day, 365 * day, 36_525 * day].map((later) => {
        clock.mockReturnValue(now + later);
        return newId();
      }),
    );
  });

  it("ST-17 two makers of one millisecond hardly ever hit on one id", async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.now());
    vi.resetModules();
    const other = await import("@/core/new-id");
    expect(other.newId).not.toBe(newId);
    const ids = [...many(), ...Array.from({ length: COUNT }, other.newId)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
