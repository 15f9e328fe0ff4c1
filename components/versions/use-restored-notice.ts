"use client";

import { useHotkeys } from "@mantine/hooks";
import { useRef } from "react";
import * as api from "@/components/api/versions";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";

/**
 * Says that a version was brought back, and takes it back on request while nobody has written on: by the
 * notice's button, or by the keys of undoing for as long as the page is there.
 */
export function useRestoredNotice(speechId: SpeechId, onChanged: () => void) {
  const { versions: words } = useMessages();
  const notice = useNotice();
  const shown = useRef("");
  const last = useRef<(() => void) | null>(null);
  useHotkeys([["mod+Z", () => last.current?.()]]);
  return ({ before, after }: api.Restored) => {
    let takesBack = false;
    const takeBack = async () => {
      // Pressed twice it is undone once; and the notice may still be there when the keys were used.
      if (takesBack) return;
      takesBack = true;
      last.current = null;
      notice.hide(shown.current);
      try {
        await api.restoreVersion(speechId, before.id, { ifContentHash: after.contentHash });
        notice.tell(words.takenBack);
      } catch (error) {
        if (error instanceof AppError && error.code === "conflict") notice.tell(words.writtenOn);
        else {
          takesBack = false;
          // Unless another version was brought back meanwhile.
          last.current ??= takeBack;
          notice.fail(error);
        }
      }
      onChanged();
    };
    // The one before can't be taken back any longer.
    notice.hide(shown.current);
    shown.current = `restored-${after.id}`;
    last.current = takeBack;
    notice.tellWithUndo(shown.current, words.restored, takeBack);
    onChanged();
  };
}
