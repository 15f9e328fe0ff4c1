"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { copyText } from "./copy-text";

/** Puts a whole text on the clipboard and says whether it is there; what keeps it from being read is told too. */
export function useCopyOut(): (read: () => string | Promise<string>) => Promise<void> {
  const { save } = useMessages().editor;
  const notice = useNotice();
  return async (read) => {
    try {
      if (await copyText(await read())) notice.tell(save.copiedEverything);
      else notice.tellFailure(save.copyFailed);
    } catch (error) {
      notice.fail(error);
    }
  };
}
