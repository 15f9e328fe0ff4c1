import { describe, expect, it } from "vitest";
import { blockerDetails } from "@/core/blocker-details";
import { signerKey, wordKeys } from "@/core/blocker-keys";
import { messagesFor } from "@/core/messages/messages";

const names = new Map([
  ["a", "许明远"],
  ["b", "陈立川"],
]);
const details = (...[blocker, keys]: [Parameters<typeof blockerDetails>[0], readonly string[]]) =>
  blockerDetails(blocker, keys, { names, messages: messagesFor("zh-CN") });

describe("what keeps a speech from being final", () => {
  it("SG-27 it says whose signature is missing, and who returned the text", () => {
    const keys = [signerKey("a", undefined), signerKey("b", "returned"), signerKey("gone", "agreed")];
    expect(details("sign-offs", keys)).toBe("许明远、陈立川（已退回）");
  });

  it("SG-27 it says what is still to be put in, each once, and not without end", () => {
    expect(details("placeholders", wordKeys(["××", "20xx", "××", "【第 3 项待补】"]))).toBe(
      "××、20xx、【第 3 项待补】",
    );
    const many = Array.from({ length: 30 }, (_, index) => `【待补${index}】`);
    expect(details("placeholders", wordKeys(many))).toMatch(/【待补7】……$/);
  });

  it("SG-27 of others there is nothing but their number", () => {
    expect(details("suggestions", ["abcdefghij0123456789"])).toBe("");
  });
});
