import type { VersionId } from "@/core/ids";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import type { VersionView } from "./use-version-view";

/** What the page shows before anything is chosen. */
export const NOTHING: VersionView = { kind: "nothing" };

/** Of versions, newest first, the latest of the speech's own text: what came from a file stands beside that. */
export function latestOwn(versions: readonly Pick<VersionSummary, "id" | "kind">[]): VersionId | undefined {
  return versions.find(({ kind }) => kind !== "imported")?.id;
}

/**
 * What is shown once an entry of the list is chosen. The text as it is now is read where it is written; here it is
 * what it became since the last version.
 */
export function viewOf(version: VersionRef, view: VersionView, latest: VersionId | undefined): VersionView {
  if (view.kind === "file") return { ...view, with: version };
  if (version === NOW) return latest === undefined ? NOTHING : { kind: "comparison", from: latest, to: NOW };
  return view.kind === "comparison" ? { ...view, from: version } : { kind: "text", version };
}

/** Whether both show the same, at another moment perhaps. */
export function isSameView(one: VersionView, other: VersionView): boolean {
  const key = (view: VersionView) =>
    view.kind === "comparison"
      ? [view.kind, view.from, view.to, view.accepted !== false]
      : Object.values(view);
  const [mine, others] = [key(one), key(other)];
  return mine.length === others.length && mine.every((value, index) => value === others[index]);
}
