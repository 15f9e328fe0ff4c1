/**
 * Turns source blocks, read from plain text or HTML, into a speech: typed numbers become headings,
 * lines above and including the salutation become the title block. One classification for every
 * way in, so that the same text gives the same speech however it was copied.
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { hasBodyAfterLead, leadEnd } from "../lead";
import { outlineBlock } from "../numbering";
import {
  type ImportedHeading,
  type Renumbered,
  renumberedHeadings,
  type TypedHeading,
  typedHeadings,
} from "./renumbered";
import { blockNode, type Run, runsText, type SourceBlock, sliceRuns, trimRuns } from "./source";
import { salutationPrefix, type TitleBlockRole, titleBlockRoles } from "./title-block";
import {
  levelOfForm,
  type NumberForm,
  readTypedNumber,
  styleOfForms,
  type TypedNumber,
} from "./typed-number";

export interface ImportedDocument {
  /** Valid for documentSchema(). */
  readonly document: DocumentNode;
  /** Headings whose number changed, if the text stands alone. */
  readonly notices: readonly Renumbered[];
  /** All headings that had a number, in order; in a speech they may get other ones than alone. */
  readonly typed: readonly TypedHeading[];
  /** The style that the text itself was numbered in; the given one when it has no numbers. */
  readonly numberingStyle: NumberingStyle;
}

interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly hint: "title" | HeadingLevel | undefined;
  readonly typed: TypedNumber | null;
  readonly continues?: boolean;
}

type Entry = Line | DocumentNode;

export interface ClassifyOptions {
  /**
   * The speech's own; it decides the level of 1. and （1）. Without it, as for a new speech, the text's own
   * style does.
   */
  readonly numberingStyle?: NumberingStyle;
  /**
   * Whether nothing of a speech stands above the text, so that it may begin with a title. It is so for a new
   * speech and not for what goes into one, unless this says otherwise.
   */
  readonly beginsSpeech?: boolean;
  /** Whether it goes into a list, quotation or cell: nothing is a heading there, so a typed number stays text. */
  readonly isInside?: boolean;
}

export function classify(
  source: readonly SourceBlock[],
  { numberingStyle, beginsSpeech = numberingStyle === undefined, isInside = false }: ClassifyOptions,
): ImportedDocument {
  if (isInside) return paragraphs(source, numberingStyle ?? "nested");
  const entries = source.flatMap(readEntries);
  const roles = titleBlockRoles(
    entries.map((entry) =>
      isLine(entry)
        ? {
            text: entry.text,
            numbered: entry.typed !== null,
            declaredTitle: entry.hint === "title" && entry.typed === null,
            declaredLevel: entry.hint === "title" ? undefined : entry.hint,
            continues: entry.continues === true,
          }
        : null,
    ),
    { beginsSpeech },
  );
  const forms = new Set<NumberForm>();
  for (const [index, entry] of entries.entries()) {
    if (isLine(entry) && entry.typed !== null && !roles.has(index)) forms.add(entry.typed.form);
  }
  const ownStyle = forms.size > 0 ? styleOfForms(forms) : (numberingStyle ?? "nested");
  const style = numberingStyle ?? ownStyle;

  const blocks: DocumentNode[] = [];
  const headings: ImportedHeading[] = [];
  for (const [index, entry] of entries.entries()) {
    const role = roles.get(index);
    const previous = blocks.at(-1);
    if (isLine(entry) && continuesTitle(role, roles.get(index - 1)) && previous?.type === "title") {
      blocks[blocks.length - 1] = joinTitle(previous, entry.runs);
      continue;
    }
    const level = isLine(entry) && role === undefined ? headingLevel(entry, style, forms) : null;
    const node = isLine(entry) ? lineNode(entry, role, level) : entry;
    blocks.push(node);
    const typed = level !== null && isLine(entry) ? entry.typed : null;
    headings.push({ outline: outlineBlock(node.type, node.attrs), typed, heading: leadOf(entry, typed) });
  }
  if (blocks.length === 0) blocks.push({ type: "paragraph" });
  return {
    document: { type: "doc", content: blocks },
    notices: renumberedHeadings(headings, style),
    typed: typedHeadings(headings),
    numberingStyle: ownStyle,
  };
}

/** The text as it is, line by line. */
function paragraphs(source: readonly SourceBlock[], numberingStyle: NumberingStyle): ImportedDocument {
  const blocks = source.flatMap((block) => {
    if (block.kind === "node") return [block.node];
    const runs = trimRuns(block.runs);
    return runsText(runs) === "" ? [] : [blockNode("paragraph", runs)];
  });
  const content = blocks.length === 0 ? [{ type: "paragraph" }] : blocks;
  return { document: { type: "doc", content }, notices: [], typed: [], numberingStyle };
}

function isLine(entry: Entry): entry is Line {
  return "runs" in entry;
}

/** Drops empty lines; parts a salutation from the body that follows it in the same paragraph. */
function readEntries(block: SourceBlock): Entry[] {
  if (block.kind === "node") return [block.node];
  const runs = trimRuns(block.runs);
  const text = runsText(runs);
  if (text === "") return [];
  const prefix = salutationPrefix(text);
  if (prefix === 0) {
    const { hint, continues } = block;
    const typed = readTypedNumber(text, { isHeading: hint !== undefined && hint !== "title" });
    return [{ runs, text, hint, typed, continues }];
  }
  return [sliceRuns(runs, 0, prefix), trimRuns(sliceRuns(runs, prefix))].map((part) => ({
    runs: part,
    text: runsText(part),
    hint: undefined,
    typed: null,
  }));
}

/** Main line and ——subtitle are one title, or each would start a part of its own. */
function continuesTitle(role: TitleBlockRole | undefined, before: TitleBlockRole | undefined): boolean {
  const titleBefore = before === "title" || before === "subtitle";
  return titleBefore && (role === "subtitle" || role === "title");
}

function joinTitle(title: DocumentNode, runs: readonly Run[]): DocumentNode {
  const more = blockNode("title", withoutBold(runs)).content ?? [];
  return { ...title, content: [...(title.content ?? []), { type: "hardBreak" }, ...more] };
}

function headingLevel(
  line: Line,
  style: NumberingStyle,
  forms: ReadonlySet<NumberForm>,
): HeadingLevel | null {
  if (line.typed !== null) return levelOfForm(line.typed.form, style, forms);
  return line.hint === undefined || line.hint === "title" ? null : line.hint;
}

function lineNode(line: Line, role: TitleBlockRole | undefined, level: HeadingLevel | null): DocumentNode {
  if (role !== undefined) return blockNode(role === "subtitle" ? "title" : role, withoutBold(line.runs));
  if (level === null) return blockNode("paragraph", line.runs);
  const runs = trimRuns(sliceRuns(line.runs, line.typed?.length ?? 0));
  const text = runsText(runs);
  const end = leadEnd(text);
  const content = [...withoutBold(sliceRuns(runs, 0, end)), ...sliceRuns(runs, end)];
  return blockNode("heading", content, { level, runIn: hasBodyAfterLead(text) });
}

/** Bold all through is the look of a title or heading in the source, which ours has anyway. */
function withoutBold(runs: readonly Run[]): Run[] {
  const isAllBold = runs.every(({ text, bold }) => bold || text.trim() === "");
  return isAllBold ? runs.map(({ text, italic }) => ({ text, italic })) : [...runs];
}

function leadOf(entry: Entry, typed: TypedNumber | null): string {
  if (!isLine(entry) || typed === null) return "";
  const text = entry.text.slice(typed.length);
  return text.slice(0, leadEnd(text));
}
