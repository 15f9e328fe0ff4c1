import { describe, expect, it } from "vitest";
import { isSameView, latestOwn, viewOf } from "@/components/versions/choose-version";
import type { VersionView } from "@/components/versions/use-version-view";
import { newVersionId } from "@/core/ids";
import { NOW, type VersionKind } from "@/core/version";

const [latest, older] = [newVersionId(), newVersionId()];
const now: VersionView = { kind: "comparison", from: latest, to: NOW };

describe("choosing an entry of the list of versions", () => {
  it("VE-67 the text as it is now, chosen once more, is the same view; one as written isn't", () => {
    expect(isSameView(viewOf(NOW, now, latest), now)).toBe(true);
    expect(isSameView(viewOf(NOW, now, latest), { ...now, accepted: true })).toBe(true);
    expect(isSameView(viewOf(NOW, now, latest), { ...now, accepted: false })).toBe(false);
    expect(isSameView(viewOf(NOW, { ...now, from: older }, latest), { ...now, from: older })).toBe(false);
    expect(isSameView(viewOf(latest, now, latest), now)).toBe(true);
  });

  it("VE-67 beside a file each choice is the other text; the same file with the same text is the same view", () => {
    const file: VersionView = {
      kind: "file",
      file: new File(["甲"], "回稿.txt"),
      encoding: null,
      with: NOW,
      side: "after",
    };
    expect(isSameView(viewOf(NOW, file, latest), file)).toBe(true);
    expect(viewOf(older, file, latest)).toEqual({ ...file, with: older });
    expect(isSameView(viewOf(older, file, latest), file)).toBe(false);
    expect(isSameView({ ...file, file: new File(["甲"], "回稿.txt") }, file)).toBe(false);
  });
});

it("VE-84 the text as it is now is shown beside the latest version of its own, not beside a file that came in since", () => {
  const kept = (kind: VersionKind) => ({ id: newVersionId(), kind });
  const own = kept("automatic");
  expect(latestOwn([kept("imported"), own, kept("automatic")])).toBe(own.id);
  expect(latestOwn([kept("imported")])).toBeUndefined();
});
