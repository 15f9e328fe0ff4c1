import { describe, expect, it } from "vitest";
import { returnPath } from "@/core/return-path";

describe("returnPath", () => {
  const elsewhere = [
    "//example.org",
    "/\\example.org",
    "https://example.org/",
    "javascript:alert(1)",
    "example.org",
    "/\t/example.org",
    // Not until the dots are resolved do these begin with two slashes.
    "/.//example.org/x",
    "/a/..//example.org",
    "/%2e//example.org",
    "/./\\example.org",
    "",
    undefined,
    ["/people"],
  ];
  for (const next of elsewhere) {
    it(`UI-02 ${JSON.stringify(next)} leads home after signing in`, () => {
      expect(returnPath(next)).toBe("/");
    });
  }

  for (const next of ["/people", "/speeches/abcdefgh23456789", "/?q=%E6%95%99%E8%82%B2"]) {
    it(`UI-02 ${next} is where signing in returns to`, () => {
      expect(returnPath(next)).toBe(next);
    });
  }
});
