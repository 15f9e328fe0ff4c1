import { expect, it } from "vitest";
import { AttemptIds } from "@/components/reading/attempt-ids";

it("LV-42 the same words keep their id over all attempts, other words or another kind get one of their own", () => {
  const attempts = new AttemptIds();
  const first = attempts.idFor("rewording", "推进");
  expect(attempts.idFor("rewording", "推进")).toBe(first);
  const others = [attempts.idFor("rewording", "促进"), attempts.idFor("instruction", "推进")];
  expect(new Set([first, ...others]).size).toBe(3);
  expect(attempts.idFor("rewording", "推进")).toBe(first);
});
