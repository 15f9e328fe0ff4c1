/**
 * Where the slash menu opens: a slash at the very start of a paragraph, so that 2026/11 never does.
 * A Chinese keyboard writes 、 for the same key; nobody begins a paragraph with it, so it counts too.
 */
import type { ResolvedPos } from "@tiptap/pm/model";

export interface SlashMatch {
  readonly range: { readonly from: number; readonly to: number };
  readonly query: string;
  readonly text: string;
}

const TYPED = /^[/、]([^\s/、，。]{0,12})$/u;
/** Half-typed pinyin has any length, and blanks or apostrophes between its syllables. */
const COMPOSED = /^[/、](.*)$/su;

/** @param composing whether an input method is at work on what stands before `$position` */
export function slashMatch($position: ResolvedPos, composing = false): SlashMatch | null {
  const { parent, parentOffset } = $position;
  if (parent.type.name !== "paragraph") return null;
  const text = parent.textBetween(0, parentOffset, undefined, "\n");
  const match = (composing ? COMPOSED : TYPED).exec(text);
  if (match === null) return null;
  const range = { from: $position.start(), to: $position.pos };
  return { range, query: match[1] ?? "", text };
}
