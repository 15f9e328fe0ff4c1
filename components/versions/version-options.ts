import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import { NOW, type VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import { momentOf } from "./version-time";

/** The text as it is now and every version, as a select takes them; its values are VersionRefs. */
export function versionOptions(
  versions: readonly VersionSummary[],
  { messages, locale }: { readonly messages: Messages; readonly locale: Locale },
): { readonly value: string; readonly label: string }[] {
  return [
    { value: NOW as string, label: messages.versions.now },
    ...versions.map((version) => ({
      value: version.id as string,
      label: `${momentOf(version.createdAt, locale)}　${versionName(version, messages)}`,
    })),
  ];
}
