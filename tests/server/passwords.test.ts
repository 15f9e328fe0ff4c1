/** Password hashes at their real cost. */
import { describe, expect, it } from "vitest";
import { createPasswords, RECOMMENDED_COST } from "@/server/services/passwords";

const CHEAP = { logN: 4, r: 8, p: 1 };

describe("passwords", () => {
  it("AU-20 are hashed by scrypt at the recommended cost, salted, and never kept", async () => {
    const passwords = createPasswords(RECOMMENDED_COST);
    const password = "正确的马电池订书钉";
    const [one, other] = await Promise.all([passwords.hash(password), passwords.hash(password)]);
    expect(one).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain(password);
    expect(await passwords.verify(password, one)).toBe(true);
    expect(await passwords.verify(`${password}。`, one)).toBe(false);
  }, 20_000);

  it("AU-20 a hash made at another cost is still read", async () => {
    const stored = await createPasswords({ logN: 5, r: 4, p: 2 }).hash("an older password");
    const passwords = createPasswords(CHEAP);
    expect(stored).toContain("ln=5,r=4,p=2");
    expect(await passwords.verify("an older password", stored)).toBe(true);
    expect(await passwords.verify("another password", stored)).toBe(false);
  });

  it("AU-20 full-width letters of an input method are the same keys", async () => {
    const passwords = createPasswords(CHEAP);
    const stored = await passwords.hash("password123");
    expect(await passwords.verify("ｐａｓｓｗｏｒｄ１２３", stored)).toBe(true);
  });

  it("AU-21 nobody's password is verified as false, and a hash that can't be read is a fault", async () => {
    const passwords = createPasswords(CHEAP);
    expect(await passwords.verify("anything", null)).toBe(false);
    await expect(passwords.verify("anything", "plain text")).rejects.toThrow("unknown format");
  });

  it("AU-22 a flood is refused past a limit, and who waits in line gets through", async () => {
    const passwords = createPasswords(CHEAP);
    const stored = await passwords.hash("a password");
    const flood = await Promise.allSettled(
      Array.from({ length: 200 }, () => passwords.verify("a password", stored)),
    );
    const verified = flood.filter((attempt) => attempt.status === "fulfilled" && attempt.value);
    const refused = flood.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason.code] : []));
    expect(verified).toHaveLength(66);
    expect(refused).toEqual(Array(134).fill("too-many-requests"));
    expect(await passwords.verify("a password", stored)).toBe(true);
  });
});
