import type { Messages } from "./messages/messages";
import { shownHash } from "./shown-hash";
import type { VersionSummary } from "./version";
import { versionName } from "./version-name";

/** What was signed, as people call it. */
interface SignedText {
  /** Of the draft that was sent. */
  readonly stage: VersionSummary["stage"];
  /** Whether the text had been changed since. */
  readonly isChanged: boolean;
  /** Left out where hashes stand beside it. */
  readonly textHash?: string;
}

/** 所签：送审稿·二稿（c0ffee012345）. */
export function signedText({ stage, isChanged, textHash }: SignedText, messages: Messages): string {
  const { signOffs: words } = messages;
  const draft = versionName({ kind: "stage", name: "", stage }, messages);
  const name = isChanged ? words.changedDraft(draft) : draft;
  return textHash === undefined ? words.signed(name) : words.signedText(name, shownHash(textHash));
}
