import { expect, it } from "vitest";
import { restoredFrom } from "@/components/versions/restored-from";
import { newVersionId } from "@/core/ids";
import { messagesFor } from "@/core/messages/messages";

it("VE-30 the list says which version came back, though others were kept in the same minute or it is gone", () => {
  const createdAt = new Date(new Date().getFullYear(), 10, 23, 14, 5).getTime();
  const version = (name: string, draft: number | null) => ({
    id: newVersionId(),
    name,
    kind: draft === null ? "named" : "stage",
    stage: draft === null ? null : { name: "review", draft },
    createdAt,
  });
  const [named, draft] = [version("数据换过", null), version("", 2)] as const;
  const said = (fromVersion: typeof named.id | null, locale: "zh-CN" | "en" = "zh-CN") =>
    restoredFrom({ fromVersion }, [named, draft] as Parameters<typeof restoredFrom>[1], {
      messages: messagesFor(locale),
      locale,
    });
  expect(said(named.id)).toBe("恢复自“数据换过（11月23日 14:05）”");
  expect(said(draft.id)).toBe("恢复自“送审稿·二稿（11月23日 14:05）”");
  expect(said(newVersionId())).toBe("恢复自已清理的旧版本");
  expect(said(newVersionId(), "en")).toBe("Restored from a version that has been cleared");
  expect(said(null)).toBeNull();
});
