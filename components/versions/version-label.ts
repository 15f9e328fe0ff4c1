import type { Locale } from "@/core/messages/locale";
import type { Messages } from "@/core/messages/messages";
import type { VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import { momentOf } from "./version-time";

/** 二稿（11月23日 14:05）: a version where nothing else tells when it was kept. */
export function versionLabel(
  version: Pick<VersionSummary, "name" | "stage" | "kind" | "createdAt">,
  { messages, locale }: { readonly messages: Messages; readonly locale: Locale },
): string {
  return messages.general.aside(versionName(version, messages), momentOf(version.createdAt, locale));
}
