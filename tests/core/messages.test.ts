import { describe, expect, it } from "vitest";
import { LOCALE_COOKIE, LOCALES, localeOf } from "@/core/messages/locale";
import { messagesFor } from "@/core/messages/messages";

/**
 * Every text of a table as `area.key`; those with parameters are called with `given`, since counts and names go
 * to the same places: 7 shows up in either.
 */
function texts(value: unknown, given = 7, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(given, given, given))]];
  return Object.entries(value as object).flatMap(([key, each]) =>
    texts(each, given, path ? `${path}.${key}` : key),
  );
}

describe("messages", () => {
  for (const locale of LOCALES) {
    it(`UI-09 ${locale} leaves no text empty and no parameter out`, () => {
      const all = texts(messagesFor(locale));
      expect(all.length).toBeGreaterThan(200);
      expect(all.filter(([, text]) => text.trim() === "" || /undefined|\[object/.test(text))).toEqual([]);
    });
  }

  it("UI-09 English says nothing in Chinese but heading numbers and what to type for them", () => {
    const chinese = texts(messagesFor("en")).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese.map(([key]) => key).filter((key) => !CHINESE_ON_PURPOSE.test(key))).toEqual([]);
  });

  it("UI-09 English has one kind of apostrophe, that of its quotation marks", () => {
    expect(texts(messagesFor("en")).filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it("UI-09 English calls the role of chief by one name", () => {
    expect(texts(messagesFor("en")).filter(([, text]) => /chief writer/i.test(text))).toEqual([]);
  });

  it("UI-09 English calls 送审稿 by one name", () => {
    expect(texts(messagesFor("en")).filter(([, text]) => /for review/i.test(text))).toEqual([]);
  });

  it("UI-09 English has one of a thing in the singular", () => {
    const all = texts(messagesFor("en"), 1);
    const plural = all.filter(([key, text]) => !LIMIT.test(key) && ONE_IN_PLURAL.test(text));
    expect(plural).toEqual([]);
  });

  it("UI-09 the cookie decides the language, Chinese where it says nothing sensible", () => {
    expect(localeOf("en")).toBe("en");
    expect(localeOf("zh-CN")).toBe("zh-CN");
    for (const value of [undefined, "", "fr", "en; admin=1"]) expect(localeOf(value)).toBe("zh-CN");
    expect(LOCALE_COOKIE).toBe("lectern-locale");
  });
});

/** The editor shows what Chinese text looks like: 一、 and 同志们：. */
const CHINESE_ON_PURPOSE = /^editor\.|^speech\.numberingStyles/;

/** But for the verbs behind somebody's name. */
const ONE_IN_PLURAL = /\b1 (?:(?!is\b|was\b|asks\b)\p{Ll}+s\b|\p{Ll}+ (?:are|have)\b)/u;

/** The most or least of something, which is never one. */
const LIMIT =
  /^(?:auth\.passwordHint|imports\.tooMany|reading\.(?:passage|block)TooLong|houseStyles\.figures)$/;
