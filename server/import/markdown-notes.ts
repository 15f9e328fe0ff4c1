/**
 * Footnotes of Markdown (GitHub's and Pandoc's form): marked takes their definitions for links and drops the words.
 * A speech has no footnotes, and a file of words has no threads: the note goes where its sign stands, in brackets.
 */
import type { Findings } from "./findings";

const REFERENCE = /\[\^([^\]\s]{1,80})\](?!:)/g;
/** The words go on in lines that are indented; behind an empty one, in another paragraph, by four blanks or a tab. */
const DEFINITION =
  /^\[\^([^\]\s]{1,80})\]:[ \t]*(.*(?:\n(?: {2}|\t)[ \t]*\S.*|\n(?:[ \t]*\n)+(?: {4}|\t)[ \t]*\S.*)*)\n?/gm;

export function withNotesInText(source: string, findings: Findings): string {
  const markdown = source.replaceAll("\r\n", "\n");
  const notes = new Map<string, string>();
  for (const [, name = "", words = ""] of markdown.matchAll(DEFINITION)) {
    notes.set(name, words.replaceAll(/\s*\n\s*/g, " ").trim());
  }
  const used = new Set<string>();
  const placed = markdown.replace(REFERENCE, (sign, name: string) => {
    const words = notes.get(name);
    if (words === undefined) return sign;
    used.add(name);
    findings.add("note-in-text", words);
    return `（注：${words}）`;
  });
  // A note that nothing refers to stays where it is, as words.
  return placed.replace(DEFINITION, (_whole, name: string, words: string) =>
    used.has(name) ? "\n" : `${words}\n`,
  );
}
