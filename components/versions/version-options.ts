import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import { momentOf } from "./version-time";

interface VersionOptions {
  readonly messages: Messages;
  readonly locale: Locale;
  /** A link may name a version that was thinned out meanwhile: a select without it would show its first entry instead. */
  readonly chosen: VersionRef;
}

/** The text as it is now and every version, as a select takes them; its values are VersionRefs. */
export function versionOptions(
  versions: readonly VersionSummary[],
  { messages, locale, chosen }: VersionOptions,
): { readonly value: string; readonly label: string }[] {
  const isThere = chosen === NOW || versions.some(({ id }) => id === chosen);
  // Without any the list is still on its way.
  const absent = { value: chosen, label: versions.length === 0 ? "…" : messages.versions.noLonger };
  return [
    ...(isThere ? [] : [absent]),
    { value: NOW as string, label: messages.versions.now },
    ...versions.map((version) => ({
      value: version.id as string,
      label: `${momentOf(version.createdAt, locale)}　${versionName(version, messages)}`,
    })),
  ];
}
