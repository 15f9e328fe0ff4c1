/**
 * Footnotes of Markdown (GitHub's and Pandoc's form): marked takes their definitions for links and drops the words.
 * A speech has no footnotes, and a file of words has no threads: the note goes where its sign stands, in brackets.
 */
import { ImportError } from "@/core/import";
import type { Findings } from "./findings";

const REFERENCE = /\[\^([^\]\s]{1,80})\](?!:)/g;
/** The words go on in lines that are indented; behind an empty one, in another paragraph, by four blanks or a tab. */
const DEFINITION =
  /^\[\^([^\]\s]{1,80})\]:[ \t]*(.*(?:\n(?: {2}|\t)[ \t]*\S.*|\n(?:[ \t]*\n)+(?: {4}|\t)[ \t]*\S.*)*)\n?/gm;

/** Each that names the next one twice would fill the memory from a page of text. */
const MOST_WITHIN_NOTES = 10_000;

/** Throws ImportError. */
export function withNotesInText(source: string, findings: Findings): string {
  const markdown = source.replaceAll("\r\n", "\n");
  const notes = new Map<string, string>();
  // Of two under one name, as where chapters were put together, the sign means the first.
  for (const [, name = "", words = ""] of markdown.matchAll(DEFINITION)) {
    if (!notes.has(name)) notes.set(name, words);
  }
  const used = new Set<string>();
  let count = 0;
  /** `within`: the notes that the text is of. Where notes name each other the inner sign stays: it would never end. */
  const placed = (text: string, within: readonly string[]): string =>
    text.replace(REFERENCE, (sign, name: string) => {
      const words = notes
        .get(name)
        ?.replaceAll(/\s*\n\s*/g, " ")
        .trim();
      if (words === undefined || within.includes(name)) return sign;
      if (within.length > 0) count += 1;
      if (count > MOST_WITHIN_NOTES) throw new ImportError("too-complex", "notes within notes");
      used.add(name);
      findings.add("note-in-text", words);
      return `（注：${placed(words, [...within, name])}）`;
    });
  // What stands between notes, then the name and the words of one, and so on.
  const parts = markdown.split(DEFINITION);
  const written = parts.map((part, index) => (index % 3 === 0 ? placed(part, []) : part));
  const alone = notesAlone(notes, used, placed);
  return written
    .map((part, index) => {
      if (index % 3 === 0) return part;
      if (index % 3 === 2) return "";
      const own = parts[index + 1] ?? "";
      const words = own === notes.get(part) ? alone.get(part) : placed(own, [part]);
      return words === undefined ? "\n" : `${words}\n`;
    })
    .join("");
}

/**
 * A note that nothing refers to stays where it is, as words, with those in it that it refers to; first those that no
 * other note names, then of each circle one.
 */
function notesAlone(
  notes: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
  placed: (text: string, within: readonly string[]) => string,
): Map<string, string> {
  const named = new Set(
    [...notes].flatMap(([name, words]) =>
      [...words.matchAll(REFERENCE)].map(([, other = ""]) => other).filter((other) => other !== name),
    ),
  );
  const alone = new Map<string, string>();
  const keep = (name: string, words: string) => {
    if (!used.has(name)) alone.set(name, placed(words, [name]));
  };
  for (const [name, words] of notes) if (!named.has(name)) keep(name, words);
  for (const [name, words] of notes) if (!alone.has(name)) keep(name, words);
  return alone;
}
