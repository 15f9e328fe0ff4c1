import { NOW, type VersionComparison, type VersionRef, type VersionSummary } from "@/core/version";

interface Between extends Pick<VersionComparison, "typedSince" | "changers"> {
  readonly from: VersionRef;
  readonly to: VersionRef;
}

/**
 * Who took part in the versions after the first up to the second, who typed and took away most first, and whomever
 * else the comparison itself names; `versions` newest first. Nobody for a draft from elsewhere: what differs in it
 * wasn't written here, whatever stands beside it in the list.
 */
export function writersBetween(
  versions: readonly VersionSummary[],
  { from, to, typedSince, changers }: Between,
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
  const authors = [
    ...kept.flatMap((version) => version.authors),
    ...(reachesNow ? typedSince.map((typist) => ({ ...typist, removed: 0 })) : []),
  ];
  const shares = new Map<string, number>();
  const count = (name: string, share: number) => shares.set(name, (shares.get(name) ?? 0) + share);
  for (const { name, characters, removed } of authors) count(name, characters + removed);
  for (const { name } of changers?.people ?? []) count(name, 0);
  return [...shares].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
