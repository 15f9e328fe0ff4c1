import type { Messages } from "@/core/messages/messages";
import type { VersionSummary } from "@/core/version";

/** What a version is called: its own name, else what made it. */
export function versionName(version: VersionSummary, { versions }: Messages): string {
  return version.name === "" ? versions.kinds[version.kind] : version.name;
}
