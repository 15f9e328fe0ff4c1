import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import type { VersionSummary } from "@/core/version";
import { versionLabel } from "./version-label";

type Labelled = Pick<VersionSummary, "id" | "name" | "stage" | "kind" | "createdAt">;

/** Which version came back with this one; null for one that nobody brought back. `all`: those that are still there. */
export function restoredFrom(
  { fromVersion }: Pick<VersionSummary, "fromVersion">,
  all: readonly Labelled[],
  language: { readonly messages: Messages; readonly locale: Locale },
): string | null {
  if (fromVersion === null) return null;
  const { versions: words } = language.messages;
  const source = all.find(({ id }) => id === fromVersion);
  return source === undefined ? words.restoredFromGone : words.restoredFrom(versionLabel(source, language));
}
