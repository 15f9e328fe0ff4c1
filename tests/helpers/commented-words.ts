import type { DocumentNode } from "@/core/document/schema";

/** The words that a thread stands on. */
export function commentedWords(node: DocumentNode, thread: string): string {
  if (node.marks?.some(({ attrs }) => attrs?.thread === thread)) return node.text ?? "";
  return (node.content ?? []).map((child) => commentedWords(child, thread)).join("");
}
