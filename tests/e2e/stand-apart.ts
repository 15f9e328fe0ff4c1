import type { Locator } from "@playwright/test";

/** Whether of two that lie on one page neither covers the other, one of them being above. */
export async function standApart(one: Locator, other: Locator): Promise<boolean> {
  const [upper, lower] = [await one.boundingBox(), await other.boundingBox()];
  if (upper === null || lower === null) return false;
  return upper.y + upper.height <= lower.y || lower.y + lower.height <= upper.y;
}
