"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Whether the form is on the page: what was sent from it may be answered when it is gone. */
export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
