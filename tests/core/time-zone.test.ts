/** Times as the clock on a wall somewhere shows them, and back. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { importPreviewSchema } from "@/core/import-requests";
import { epochOf, timeZoneQuerySchema, timeZoneSchema, wallMinute, wallTime } from "@/core/time-zone";

const ZONES = ["Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"];

describe("a time zone", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("UI-19 a time is that of the zone's clock, whatever the server's is", () => {
    const at = Date.UTC(2026, 10, 30, 8, 26, 5);
    for (const zone of ["UTC", "America/New_York"]) {
      vi.stubEnv("TZ", zone);
      expect(wallTime(at, "Asia/Shanghai")).toBe("2026-11-30T16:26:05");
      expect(wallMinute(Date.UTC(2026, 11, 31, 16), "Asia/Shanghai")).toBe("2027-01-01 00:00");
    }
  });

  it.each(ZONES)("UI-19 a time read from the clock is the time that it was (%s)", (zone) => {
    for (let at = Date.UTC(2026, 0, 1, 0, 0, 1); at < Date.UTC(2027, 0, 1); at += 47 * 3_600_000) {
      expect(epochOf(wallTime(at, zone), zone)).toBe(at);
    }
  });

  it("UI-19 what the clock showed twice is the first time; what it never showed is near; no time is none", () => {
    const zone = "America/New_York";
    expect(epochOf("2026-11-01T01:30:00", zone)).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(Math.abs(epochOf("2026-03-08T02:30:00", zone) - Date.UTC(2026, 2, 8, 7))).toBeLessThanOrEqual(
      3_600_000,
    );
    expect(epochOf("gestern", zone)).toBeNaN();
    expect(epochOf("2026-13-01T00:00:00", zone)).toBeNaN();
  });

  it("UI-19 only a zone that there is is one", () => {
    expect(timeZoneSchema.safeParse("Asia/Shanghai").success).toBe(true);
    expect(timeZoneSchema.safeParse("Asia/Nowhere").success).toBe(false);
  });

  it("UI-19 a zone has one name, however it is spelled", () => {
    const spelled = ["Asia/Shanghai", "asia/shanghai", "ASIA/shangHAI"];
    expect(new Set(spelled.map((name) => timeZoneSchema.parse(name)))).toEqual(new Set(["Asia/Shanghai"]));
  });

  it.each(["Mars/Base", "", "x".repeat(65)])(
    "EX-124 IM-11 a zone that the server doesn't know keeps nobody from a file (%s)",
    (timeZone) => {
      expect(timeZoneQuerySchema.parse({ timeZone }).timeZone).toBeUndefined();
      expect(importPreviewSchema.parse({ name: "稿.docx", timeZone }).timeZone).toBeUndefined();
    },
  );
});
