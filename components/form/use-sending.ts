"use client";

import { useState } from "react";
import { type AppError, asAppError } from "@/core/errors";
import { useNotice } from "../shell/use-notice";
import { useIsHere } from "../use-is-here";

/** What a dialog without fields sends: whether that is under way, and what it failed with. */
export function useSending() {
  const isHere = useIsHere();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  /** Goes on to `then`, as closing the dialog, only if that is still there; what fails once it was closed is told in a notice. */
  const send = async (request: () => Promise<void>, then: () => void) => {
    setBusy(true);
    try {
      await request();
      if (isHere()) then();
    } catch (error) {
      if (!isHere()) return void notice.fail(error);
      setFailure(asAppError(error));
      setBusy(false);
    }
  };
  return { busy, failure, send };
}
