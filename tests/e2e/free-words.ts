import type { Locator } from "@playwright/test";

/** Whether all of the words is seen: within the desk, and not behind the panel that lies over it. */
export const isFree = (words: Locator): Promise<boolean> =>
  words.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const desk = element.closest("main")?.getBoundingClientRect();
    const over = document.querySelector("[role=dialog]")?.getBoundingClientRect();
    if (desk === undefined) return false;
    const isOnDesk = top >= desk.top && bottom <= desk.bottom && left >= desk.left && right <= desk.right;
    return isOnDesk && (over === undefined || bottom <= over.top || right <= over.left);
  });
