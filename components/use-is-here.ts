"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Whether what this is called in is still shown. A dialog may be closed while its request runs: what comes of that may
 * bring a list up to date, but close no other dialog and leave no page.
 */
export function useIsHere(): () => boolean {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(() => here.current, []);
}
