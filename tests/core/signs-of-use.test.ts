import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { IDLE_AFTER_MS, isIdle, watchUse } from "@/components/api/signs-of-use";

beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each(["keydown", "input", "pointerdown", "wheel", "drop"])(
  "AU-45 %s is a sign that somebody uses the page",
  (sign) => {
    watchUse();
    vi.setSystemTime(Date.now() + IDLE_AFTER_MS);
    expect(isIdle()).toBe(true);
    document.dispatchEvent(new Event(sign));
    expect(isIdle()).toBe(false);
  },
);
