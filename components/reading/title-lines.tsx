import { InlineText } from "@/components/versions/inline-text";
import { InlineReader } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { titleWords } from "@/core/paper/title-lines";
import classes from "./reading-text.module.css";

/** Characters of a word that a phone has room for in the largest type; one that has more may be parted. */
const LONGEST = 6;

/**
 * A title line by line, broken between words as on paper. Browsers balance the rows of a line only where no break
 * within it was typed, and the last character of a large title would stand alone; so each typed line is a block. The
 * breaks stay, unseen: places in the text are counted by them (passage.ts).
 */
export function TitleLines({ content }: { content: readonly DocumentNode[] }) {
  return linesOf(content).map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a title that never change have nothing else.
    <span key={at} className={classes.titleLine}>
      {at > 0 && <br />}
      {wordsOf(line).map(({ length, content: word }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have its words.
        <span key={index} data-short={length <= LONGEST || undefined} className={classes.titleWord}>
          <InlineText content={word} />
        </span>
      ))}
    </span>
  ));
}

function linesOf(content: readonly DocumentNode[]): DocumentNode[][] {
  const lines: DocumentNode[][] = [[]];
  for (const node of content) {
    if (node.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function wordsOf(
  line: readonly DocumentNode[],
): { readonly length: number; readonly content: DocumentNode[] }[] {
  const reader = new InlineReader(line);
  // A leaf counts as one character.
  const text = line.map((node) => node.text ?? "\ufffc").join("");
  return titleWords(text).map(({ length }) => ({ length, content: reader.take(length) }));
}
