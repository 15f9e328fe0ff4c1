import type { VersionRef } from "@/core/version";

interface ComparedPair {
  readonly from: VersionRef;
  readonly to: VersionRef;
  /** Both with all their suggestions accepted, as they are signed and exported: unless it is false. */
  readonly accepted?: boolean;
}

/** What in the address of the page of versions says which two texts it compares, from the question mark on. */
export function comparisonQuery({ from, to, accepted = true }: ComparedPair): string {
  return `?${new URLSearchParams({ from, to, ...(!accepted && { accepted: "false" }) })}`;
}
