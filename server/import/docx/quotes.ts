/** The words that each thread stands on. */
import { deletionsOfMarks, threadsOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import { BREAK } from "@/core/document/suggestion-marks";
import { LIMITS } from "@/core/limits";

interface Words {
  all: string;
  staying: string;
  line: number;
}

/** As they stand once everything is accepted; where all of them go, as they are. */
export function quotesIn(document: DocumentNode): ReadonlyMap<string, string> {
  const found = new Map<string, Words>();
  let line = 0;
  const visit = (node: DocumentNode) => {
    if (node.content?.some(({ type }) => type === "text")) line += 1;
    for (const thread of threadsOfMarks(node)) {
      const words = found.get(thread) ?? { all: "", staying: "", line };
      found.set(thread, words);
      const break_ = words.line === line ? "" : "\n";
      const text = break_ + (node.text ?? "").replaceAll(BREAK, "\n");
      words.line = line;
      words.all += text;
      if (deletionsOfMarks(node).length === 0) words.staying += text;
    }
    for (const child of node.content ?? []) visit(child);
  };
  visit(document);
  return new Map([...found].map(([thread, { all, staying }]) => [thread, cut(staying.trim() || all.trim())]));
}

const cut = (quote: string): string => {
  const characters = [...quote];
  return characters.length <= LIMITS.quoteCharacters
    ? quote
    : `${characters.slice(0, LIMITS.quoteCharacters / 2 - 1).join("")}…`;
};
