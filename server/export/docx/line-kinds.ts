/** The style of every kind of line: what a paragraph's w:pStyle and the look of its text are. */
import type { LineName } from "@/core/document/node-names";
import { readBlockForm } from "@/core/document/suggestion";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { RunLook } from "./run";
import type { StyleId } from "./styles";

export interface LineKind {
  readonly style: StyleId;
  readonly look: RunLook;
  /** The look of what follows the lead sentence of a run-in heading. */
  readonly body: RunLook | null;
  readonly isHeading: boolean;
}

type LineAttrs = Readonly<Record<string, unknown>> | undefined;

const plain = (style: StyleId, font: RunLook["font"]): LineKind => ({
  style,
  look: { font },
  body: null,
  isHeading: false,
});

const KINDS: Readonly<Record<LineName, (attrs: LineAttrs, paper: PaperStyle) => LineKind>> = {
  paragraph: () => plain("Normal", "body"),
  title: () => plain("Title", "title"),
  byline: () => plain("SpeechByline", "kai"),
  dateLine: () => plain("SpeechDateLine", "kai"),
  salutation: () => plain("SpeechSalutation", "body"),
  heading: headingKind,
};

export const lineKind = (name: LineName, attrs: LineAttrs, paper: PaperStyle): LineKind =>
  KINDS[name](attrs, paper);

/** The kind that a proposal's form names (core/document/suggestion.ts). */
export function kindOfForm(form: string, paper: PaperStyle): LineKind {
  const { type, attrs } = readBlockForm(form);
  return lineKind(type as LineName, attrs, paper); // isBlockForm() names lines only
}

function headingKind(attrs: LineAttrs, { headings }: PaperStyle): LineKind {
  const level = Math.min(4, Math.max(1, Number(attrs?.level ?? 1))) as 1 | 2 | 3 | 4;
  const look = headings[level - 1] ?? headings[0];
  // A run-in heading of the body's own font would not be told from its body: it leads in 楷体.
  const isRunIn = attrs?.runIn === true;
  return {
    style: `Heading${level}`,
    look: isRunIn && look.font === "body" ? { ...look, font: "kai" } : look,
    body: isRunIn ? { font: "body", isUnbold: look.bold } : null,
    isHeading: true,
  };
}
