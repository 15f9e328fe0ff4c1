import { NOW, type VersionComparison, type VersionRef, type VersionSummary } from "@/core/version";

interface Between extends Pick<VersionComparison, "typedSince"> {
  readonly from: VersionRef;
  readonly to: VersionRef;
}

/**
 * Who typed in the versions after the first up to the second, most first; `versions` newest first. Nobody for a draft
 * from elsewhere: what differs in it wasn't typed here, whatever stands beside it in the list.
 */
export function writersBetween(
  versions: readonly VersionSummary[],
  { from, to, typedSince }: Between,
): string[] {
  const isImported = (ref: VersionRef) => versions.find(({ id }) => id === ref)?.kind === "imported";
  if (isImported(from) || isImported(to)) return [];
  const [one, other] = [from, to].map((ref) =>
    ref === NOW ? -1 : versions.findIndex(({ id }) => id === ref),
  );
  const [newer, older] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
  const kept = versions.slice(Math.max(newer, 0), Math.max(older, 0));
  // What no version holds yet is in no version's figures.
  const reachesNow = (from === NOW) !== (to === NOW);
  const authors = [...kept.flatMap((version) => version.authors), ...(reachesNow ? typedSince : [])];
  const typed = new Map<string, number>();
  for (const { name, characters } of authors) typed.set(name, (typed.get(name) ?? 0) + characters);
  return [...typed].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
