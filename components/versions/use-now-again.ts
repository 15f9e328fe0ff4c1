"use client";

import { useCallback, useEffect, useRef } from "react";
import { usePageReturn } from "@/components/use-page-return";

interface NowAgain {
  /** Whether the text as it is now is part of what is shown. */
  readonly isNow: boolean;
  /** Another value whenever it is to be read once more, as when the view that is shown was chosen again. */
  readonly asked: unknown;
  readonly reload: () => void;
}

/** The text as it is now is another one a moment later: it is read anew as somebody looks again, or asks again. */
export function useNowAgain({ isNow, asked, reload }: NowAgain): void {
  const look = useCallback(() => {
    if (isNow) reload();
  }, [isNow, reload]);
  usePageReturn(look);
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    look();
  }, [asked, look]);
}
