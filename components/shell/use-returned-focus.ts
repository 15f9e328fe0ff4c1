"use client";

import { useEffect, useState } from "react";

/**
 * For what is mounted when it opens, as our dialogs are: when it goes, the focus is back where it was opened
 * from. Mantine's own way needs a dialog that is there before it opens.
 */
export function useReturnedFocus(): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      // Once the page has dropped what had the focus; whoever put it somewhere meanwhile meant it.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener?.isConnected === true) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

/** What has the focus; for a menu's item, which goes with its menu, what opened the menu. */
function openerNow(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const opener = menu == null ? focused : document.getElementById(menu);
  return opener instanceof HTMLElement ? opener : null;
}
