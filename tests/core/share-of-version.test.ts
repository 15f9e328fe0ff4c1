/** What the page says of each person's share in a version. */
import { expect, it } from "vitest";
import { shareOfVersion } from "@/components/versions/share-of-version";
import type { PersonId } from "@/core/ids";
import { versions as en } from "@/core/messages/en/versions";
import { versions as zh } from "@/core/messages/zh-CN/versions";

const did = (characters: number, removed: number) => ({
  id: "a".repeat(20) as PersonId,
  name: "王建国",
  characters,
  removed,
});

it("VE-10 a person's share says what was written and what was taken away, and nothing of what wasn't", () => {
  expect(shareOfVersion(did(1200, 26), zh)).toBe("王建国写 1,200 字、删 26 字");
  expect(shareOfVersion(did(12, 0), zh)).toBe("王建国写 12 字");
  expect(shareOfVersion(did(0, 26), zh)).toBe("王建国删 26 字");
  expect(shareOfVersion(did(0, 0), zh)).toBe("王建国");
  expect(shareOfVersion(did(1, 26), en)).toBe("王建国 wrote 1 character, deleted 26 characters");
  expect(shareOfVersion(did(0, 1), en)).toBe("王建国 deleted 1 character");
  expect(shareOfVersion(did(0, 0), en)).toBe("王建国");
});
