import type { Messages } from "@/core/messages/messages";
import type { VersionSummary } from "@/core/version";

/** What signers answered to this very text; empty when nobody did. */
export function saidOfVersion(
  { signOffs }: Pick<VersionSummary, "signOffs">,
  { general, signOffs: words, versions }: Messages,
): string {
  return signOffs
    .map(({ name, answer }) => versions.answered(name, words.answers[answer]))
    .join(general.between);
}
