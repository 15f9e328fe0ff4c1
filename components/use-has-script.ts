"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * False in the page as the server sends it, where nothing listens yet. A field that comes filled would take what is
 * written into it until then, and lose it: React puts what it came with back as it begins.
 */
export const useHasScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
