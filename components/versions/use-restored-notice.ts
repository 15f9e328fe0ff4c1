"use client";

import * as api from "@/components/api/versions";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { keepRestored, type LastRestored, restoredIn, returnRestored, takeRestored } from "./last-restored";

const noticeOf = ({ after }: LastRestored) => `restored-${after.id}`;

/**
 * Says that a version was brought back, and takes it back on request, beside what others have written on: by the
 * notice's button, or by what else calls `takeBack`.
 */
export function useRestoredNotice(speechId: SpeechId, onChanged: () => void = () => undefined) {
  const { versions: words } = useMessages();
  const notice = useNotice();
  const takeBack = async () => {
    const restored = takeRestored(speechId);
    if (restored === null) return;
    // It may still be there when the keys were used.
    notice.hide(noticeOf(restored));
    const { before, after } = restored;
    try {
      const made = await api.restoreVersion(speechId, before.id, { ifContentHash: after.contentHash });
      const isAsBefore = made.after.contentHash === before.contentHash;
      notice.tell(isAsBefore ? words.takenBack : words.takenBackBeside);
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") notice.tell(words.tooLate);
      else {
        returnRestored(restored);
        notice.fail(error);
      }
    }
    onChanged();
  };
  /** Says once more what can be taken back, on another page. */
  const offer = () => {
    const restored = restoredIn(speechId);
    if (restored !== null) notice.tellWithUndo(noticeOf(restored), words.restored, takeBack);
  };
  const tell = (restored: api.Restored) => {
    const earlier = keepRestored({ ...restored, speechId });
    if (earlier !== null) notice.hide(noticeOf(earlier));
    offer();
    onChanged();
  };
  return { tell, offer, takeBack, has: () => restoredIn(speechId) !== null };
}
