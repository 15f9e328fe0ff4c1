/** What somebody writes with their answer is kept until it is sent. */
import type { SignOff } from "@/core/sign-off";
import type { UnsentTexts } from "../editor/comments/unsent-texts";

export const OPINION = "opinion";

/**
 * What is still being written; "" for nothing. What was given already isn't, though the page that sent it never heard so:
 * it is forgotten.
 */
export function unsentOpinion(texts: UnsentTexts, given: Pick<SignOff, "opinion"> | null): string {
  const kept = texts.get(OPINION) ?? "";
  if (given === null || kept.trim() !== given.opinion) return kept;
  texts.set(OPINION, "");
  return "";
}
