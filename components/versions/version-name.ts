import type { Messages } from "@/core/messages/messages";
import { stageName } from "@/core/office-stages";
import type { VersionSummary } from "@/core/version";

/** What a version is called: its own name, else its stage, else what made it. */
export function versionName({ name, stage, kind }: VersionSummary, messages: Messages): string {
  if (name !== "") return name;
  if (stage !== null) return messages.stages.draft(stageName(messages.speech, stage.name), stage.draft);
  return messages.versions.kinds[kind];
}
