import { expect, it } from "vitest";
import { newInitialPassword } from "@/core/initial-password";
import { passwordSchema } from "@/core/person";

it("UI-15 initial passwords are accepted, easily read out, and never the same", () => {
  const passwords = Array.from({ length: 500 }, newInitialPassword);
  for (const password of passwords) {
    expect(password).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
    expect(passwordSchema.safeParse(password).success).toBe(true);
  }
  expect(new Set(passwords).size).toBe(passwords.length);
});
