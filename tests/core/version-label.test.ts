import { expect, it } from "vitest";
import { versionLabel } from "@/components/versions/version-label";
import { messagesFor } from "@/core/messages/messages";

it("UI-09 a version's time stands in brackets of the language", () => {
  const year = new Date().getFullYear();
  const version = {
    name: "",
    stage: null,
    kind: "named",
    createdAt: new Date(year, 10, 23, 14, 5).getTime(),
  } as const;
  const label = (locale: "zh-CN" | "en") => versionLabel(version, { messages: messagesFor(locale), locale });
  expect(label("zh-CN")).toMatch(/^\S+（11月23日 14:05）$/);
  expect(label("en")).toMatch(/^Named version \(Nov 23, 2:05\sPM\)$/);
});
