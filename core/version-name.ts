import type { Messages } from "./messages/messages";
import { stageName } from "./office-stages";
import type { VersionSummary } from "./version";

type Named = Pick<VersionSummary, "name" | "stage" | "kind">;

/** What a version is called: its draft of a stage, its own name, or what made it. */
export function versionName({ name, stage, kind }: Named, messages: Messages): string {
  const draft =
    stage === null ? "" : messages.stages.draft(stageName(messages.speech, stage.name), stage.draft);
  const signed = kind === "signed" ? messages.versions.kinds.signed : "";
  const said = [draft, signed, name].filter((part) => part !== "");
  return said.length > 0 ? said.join("　") : messages.versions.kinds[kind];
}
