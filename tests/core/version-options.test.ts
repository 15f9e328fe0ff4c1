import { expect, it } from "vitest";
import { versionOptions } from "@/components/versions/version-options";
import type { VersionId } from "@/core/ids";
import { messagesFor } from "@/core/messages/messages";
import { NOW, type VersionSummary } from "@/core/version";

const id = (letter: string) => letter.repeat(20) as VersionId;
const version = { id: id("a"), name: "一稿", kind: "named", stage: null, createdAt: 0 } as VersionSummary;
const labels = (versions: readonly VersionSummary[], chosen: VersionId | typeof NOW) =>
  versionOptions(versions, { messages: messagesFor("zh-CN"), locale: "zh-CN", chosen }).map(
    ({ value, label }) => [value, label.split("　").at(-1)],
  );

it("VE-72 a version that a link names and that is no longer there is called that, and not the text as it is now", () => {
  const there = [
    [NOW, "现在的文字"],
    [id("a"), "一稿"],
  ];
  expect(labels([version], NOW)).toEqual(there);
  expect(labels([version], id("a"))).toEqual(there);
  expect(labels([version], id("b"))).toEqual([[id("b"), "已清理的版本"], ...there]);
  // While the list is fetched nobody knows.
  expect(labels([], id("a"))[0]).toEqual([id("a"), "…"]);
});
