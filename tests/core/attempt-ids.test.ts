import { expect, it } from "vitest";
import { ReplyAttempt } from "@/components/directives/reply-attempt";
import { AttemptIds } from "@/components/reading/attempt-ids";

it("LV-42 the same words keep their id over all attempts, other words or another kind get one of their own", () => {
  const attempts = new AttemptIds();
  const first = attempts.idFor("rewording", "推进");
  expect(attempts.idFor("rewording", "推进")).toBe(first);
  const others = [attempts.idFor("rewording", "促进"), attempts.idFor("instruction", "推进")];
  expect(new Set([first, ...others]).size).toBe(3);
  expect(attempts.idFor("rewording", "推进")).toBe(first);
});

it("CO-12 a reply that is sent again has one id; other words, and the same once they arrived, have another", () => {
  const attempt = new ReplyAttempt();
  const first = attempt.idFor("同意");
  expect(attempt.idFor("同意")).toBe(first);
  const other = attempt.idFor("不同意");
  expect(other).not.toBe(first);
  attempt.arrived();
  expect(attempt.idFor("不同意")).not.toBe(other);
});
