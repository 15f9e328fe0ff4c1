import { expect, it } from "vitest";
import { describeSave } from "@/components/editor/status/describe-save";
import { clockOptions } from "@/core/messages/clock-options";
import { LOCALES } from "@/core/messages/locale";
import { messagesFor } from "@/core/messages/messages";

it("ED-67 the time of saving is said as Intl says it in each language", () => {
  for (const locale of LOCALES) {
    const texts = messagesFor(locale).editor.save;
    const clock = new Intl.DateTimeFormat(locale, clockOptions(locale));
    for (const [hour, minute] of [
      [0, 0],
      [0, 59],
      [9, 5],
      [11, 59],
      [12, 0],
      [13, 7],
      [23, 30],
    ] as const) {
      const savedAt = new Date(2026, 10, 26, hour, minute).getTime();
      // ICU parts "AM" by another blank in every other edition.
      const time = clock.format(savedAt).replace(/\s/gu, " ");
      expect(describeSave({ kind: "saved", savedAt }, texts, locale)).toBe(texts.saved(time));
    }
  }
});
