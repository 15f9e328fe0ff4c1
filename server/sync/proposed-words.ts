/**
 * The words that stood under each insertion, as far as a room has seen them: nobody else can write others there.
 * Whoever moves a line, changes its kind or undoes its deletion writes the letters anew, under the mark that they had;
 * all of those stood there before, in that order.
 */
import type { Node } from "@tiptap/pm/model";
import type { Suggestion } from "@/core/document/suggestion";
import { INSERTION } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import { keyOf, type TextChange } from "./accepted-text";

/** Words side by side in one line. */
interface Run {
  readonly key: string;
  readonly person: string;
  readonly text: string;
}

/** Of one insertion; what undo brings back is in one of the latest. */
const MOST_TEXTS = 20;

export class ProposedWords {
  /** By keyOf, the latest last; none is within another one that follows or precedes it. */
  private readonly stood = new Map<string, readonly string[]>();
  /** Blocks stay the same nodes until something in them changes. */
  private readonly runs = new WeakMap<Node, readonly Run[]>();

  /** Call it with the whole text as it is accepted, and with what changed in it; null for all. */
  note(document: Node, change: TextChange | null): void {
    const changed = change === null ? document.children : change.after;
    const keys = new Set(changed.flatMap((block) => this.runsOf(block).map(({ key }) => key)));
    if (keys.size === 0) return;
    const texts = new Map<string, string>();
    for (const { key, text } of document.children.flatMap((block) => this.runsOf(block))) {
      if (keys.has(key)) texts.set(key, (texts.get(key) ?? "") + text);
    }
    for (const [key, text] of texts) {
      const known = this.stood.get(key) ?? [];
      if (known.some((other) => isWithin(text, other))) continue;
      this.stood.set(key, [...known.filter((other) => !isWithin(other, text)), text].slice(-MOST_TEXTS));
    }
  }

  /** Whether under others' insertions in these blocks there may be words that weren't there before. */
  mayBeNew(blocks: readonly Node[], personId: PersonId): boolean {
    return blocks.some((block) =>
      this.runsOf(block).some(
        ({ key, person, text }) => person !== personId && this.latestWithout(key, text) !== null,
      ),
    );
  }

  /** What stood there last, when these words never did; null when they did, or when nobody knows what did. */
  latestWithout(key: string, words: string): string | null {
    const known = this.stood.get(key) ?? [];
    return known.some((text) => isWithin(words, text)) ? null : (known.at(-1) ?? null);
  }

  private runsOf(block: Node): readonly Run[] {
    const known = this.runs.get(block);
    if (known !== undefined) return known;
    const found: Run[] = [];
    block.descendants((node, _pos, parent, index) => {
      const insertion = insertionOn(node);
      if (insertion === null) return;
      const key = keyOf(insertion);
      const before = index === 0 ? null : insertionOn(parent?.child(index - 1) ?? node);
      const last = found.at(-1);
      const text = node.text ?? "";
      if (last !== undefined && before !== null && keyOf(before) === key) {
        found[found.length - 1] = { ...last, text: last.text + text };
      } else found.push({ key, person: insertion.person, text });
    });
    this.runs.set(block, found);
    return found;
  }
}

/** The schema has checked the mark's attributes. */
function insertionOn(node: Node): Suggestion | null {
  const mark = node.isText ? node.marks.find(({ type }) => type.name === INSERTION) : undefined;
  return (mark?.attrs as Suggestion | undefined) ?? null;
}

/** Whether all of these letters stand in the text, in their order. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}
