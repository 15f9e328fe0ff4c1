/** A line of the speech as lines of the paper: one, and one more for each proposed break in it. */
import { LOOK_NAMES, type LookName, lookName } from "@/core/document/looks";
import { deletionsOfMarks, formattingsOfMarks, insertionOfMarks } from "@/core/document/marks-of";
import type { InlineName, LineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot, type Suggestion } from "@/core/document/suggestion";
import { BREAK } from "@/core/document/suggestion-marks";
import { leadEnd } from "@/core/text/lead";
import type { LineNumber } from "../docx/heading-numbers";
import { kindOfForm, type LineKind, lineKind } from "../docx/line-kinds";
import type { BlockRevision, RunLook } from "../docx/run";
import { isLatinAt, latinSigns, signCuts } from "../latin-signs";
import { withTabSpace } from "../tab-space";
import { titleBreaks } from "../title-breaks";
import type { PdfContext } from "./context";
import type { LineLook, PdfLine, PdfRun } from "./model";

export interface LinePlace {
  readonly block: BlockRevision;
  /** Who proposes that this line goes on in the one before. */
  readonly joined: Suggestion | null;
  readonly isTopLevel: boolean;
  readonly spaceBefore: boolean;
  /** The face of text in a quotation; the line's own when left out. */
  readonly look?: RunLook;
}

const LOOKS: Readonly<Record<string, LineLook>> = {
  Normal: "paragraph",
  Title: "title",
  SpeechByline: "byline",
  SpeechDateLine: "dateLine",
  SpeechSalutation: "salutation",
};

/** What lies between two proposed breaks. */
interface Part {
  readonly kind: LineKind;
  readonly form: string | null;
  readonly nodes: readonly DocumentNode[];
  readonly end: DocumentNode | null;
}

export function linesOf(context: PdfContext, line: DocumentNode, place: LinePlace): PdfLine[] {
  const retyped = readSlot(line.attrs?.retyped);
  const kind =
    retyped?.form == null
      ? lineKind(line.type as LineName, line.attrs, context.paper) // the caller has asked isLineName()
      : kindOfForm(retyped.form, context.paper);
  const block = {
    inserted: readSlot(line.attrs?.inserted) ?? place.block.inserted,
    removed: readSlot(line.attrs?.removed) ?? place.block.removed,
  };
  return partsOf(context, line, kind).map((part, index) => {
    const joined = index === 0 ? place.joined : null;
    const number = place.isTopLevel ? (context.headings.next().value ?? null) : null;
    const look = place.look ?? part.kind.look;
    const { lead, body } = content(context, { ...part, kind: { ...part.kind, look } }, block);
    const reshaped = (runs: readonly PdfRun[]): readonly PdfRun[] =>
      retyped === null
        ? runs
        : runs.map((each) => ({ ...each, reformatted: context.colourOf(retyped.person) }));
    const front = [
      ...(joined === null ? [] : [run(context, look, "¶", { inserted: null, removed: joined })]),
    ];
    const { kept, changed } = numberRuns(context, number, {
      look,
      block,
      retyped: index === 0 ? retyped : null,
    });
    const isHeading = part.kind.isHeading;
    return {
      kind: "line",
      id: context.nextLine(),
      look: place.isTopLevel ? (LOOKS[part.kind.style] ?? "heading") : "inner",
      level: !place.isTopLevel
        ? null
        : isHeading
          ? levelOf(part.kind)
          : part.kind.style === "Title"
            ? 0
            : null,
      lead: [...changed, ...reshaped([...front, ...kept, ...lead])],
      body: reshaped(body),
      spaceBefore: index === 0 && place.spaceBefore,
      changed:
        joined !== null ||
        retyped !== null ||
        [...lead, ...body].some(({ inserted, deleted, reformatted }) =>
          [inserted, deleted, reformatted].some((ink) => ink !== null),
        ),
    };
  });
}

const levelOf = ({ style }: LineKind): number => Number(style.slice("Heading".length));

interface NumberedLine {
  readonly look: RunLook;
  readonly block: BlockRevision;
  readonly retyped: Suggestion | null;
}

/** Its number as it stays; or, where another kind of line has another number or none, the old one and the new one. */
function numberRuns(
  context: PdfContext,
  number: LineNumber | null,
  { look, block, retyped }: NumberedLine,
): { readonly kept: PdfRun[]; readonly changed: PdfRun[] } {
  const runs = (text: string | null, revision: BlockRevision) =>
    text === null ? [] : [run(context, look, text, revision)];
  if (number === null) return { kept: [], changed: [] };
  const { before, after } = number;
  if (block.removed !== null) return { kept: runs(before ?? after, block), changed: [] };
  if (retyped === null || before === after) return { kept: runs(after, block), changed: [] };
  const changed = [
    ...runs(before, { ...block, removed: retyped }),
    ...runs(after, { ...block, inserted: block.inserted ?? retyped }),
  ];
  return { kept: [], changed };
}

function partsOf(context: PdfContext, line: DocumentNode, kind: LineKind): Part[] {
  const parts: Part[] = [];
  let current = { kind, form: null as string | null, nodes: [] as DocumentNode[] };
  for (const node of line.content ?? []) {
    const begins = node.type === "text" ? insertionOfMarks(node)?.begins : null;
    if (begins == null) current.nodes.push(node);
    else {
      // Equal proposed breaks beside each other are one text node of several characters.
      for (let count = (node.text ?? BREAK).length; count > 0; count -= 1) {
        // Comments that begin or end at them do so once, at the last.
        parts.push({ ...current, end: count > 1 ? { ...node } : node });
        current = { kind: kindOfForm(begins, context.paper), form: begins, nodes: [] };
      }
    }
  }
  parts.push({ ...current, end: null });
  return parts;
}

/** Text of every inline node: a node without an entry doesn't compile. Cues are left out before. */
const TEXTS: Readonly<Record<InlineName, (node: DocumentNode) => string>> = {
  text: ({ text }) => withTabSpace(text ?? ""),
  hardBreak: () => "\n",
  cue: () => "",
};
const textOf = (node: DocumentNode): string => TEXTS[node.type as InlineName](node);

/** Stress and pinyin are for who reads aloud, and left out before. */
const WORD_LOOKS: Readonly<Record<LookName, Partial<Pick<PdfRun, "bold" | "italic">>>> = {
  bold: { bold: true },
  italic: { italic: true },
  stress: {},
  pinyin: {},
};

function content(
  context: PdfContext,
  { kind, nodes, end }: Part,
  block: BlockRevision,
): { readonly lead: PdfRun[]; readonly body: PdfRun[] } {
  const text = nodes.map(textOf).join("");
  const leadTo =
    kind.isHeading || kind.style === "Title" ? (kind.body === null ? text.length : leadEnd(text)) : 0;
  const signs = latinSigns(text);
  const breaks = kind.style === "Title" ? titleBreaks(context.paper, nodes, text) : new Set<number>();
  const lead: PdfRun[] = [];
  const body: PdfRun[] = [];
  let offset = 0;
  for (const node of nodes) {
    const size = textOf(node).length;
    const cuts = [leadTo, ...breaks, ...signCuts(signs)].filter((cut) => cut > offset && cut < offset + size);
    const edges = [...new Set([offset, ...cuts, offset + size])].sort((one, other) => one - other);
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const isLead = from < leadTo;
      const runs = isLead ? lead : body;
      const own = isLead || kind.body === null ? kind.look : kind.body;
      const look = { ...own, latin: isLatinAt(signs, from) };
      if (breaks.has(from)) runs.push({ ...run(context, look, "", block), breaks: true });
      const plain = runOf(context, { look, block }, node, text.slice(from, edges[index + 1]));
      // A break by itself has nothing that could be underlined or struck. Word shows it by this sign.
      if (plain.breaks && isChanged(node, block)) runs.push({ ...plain, text: "↓", breaks: false });
      runs.push(plain);
    }
    offset += size;
    const comments = context.commentsAfter(node);
    const last = body.at(-1) ?? lead.at(-1);
    const runs = body.length > 0 ? body : lead;
    if (comments.length > 0 && last !== undefined) runs[runs.length - 1] = { ...last, comments };
  }
  if (end !== null) {
    body.push({
      ...run(context, kind.look, "¶", {
        inserted: insertionOfMarks(end),
        removed: deletionsOfMarks(end)[0] ?? block.removed,
      }),
      comments: context.commentsAfter(end),
    });
  }
  return { lead, body };
}

/** By itself, not along with its block. */
const isChanged = ({ attrs }: DocumentNode, block: BlockRevision): boolean =>
  (block.inserted === null && readSlot(attrs?.inserted) !== null) ||
  (block.removed === null && readSlot(attrs?.removed) !== null);

function runOf(
  context: PdfContext,
  { look, block }: { readonly look: RunLook; readonly block: BlockRevision },
  node: DocumentNode,
  text: string,
): PdfRun {
  const revision = {
    inserted: insertionOfMarks(node) ?? readSlot(node.attrs?.inserted) ?? block.inserted,
    removed: deletionsOfMarks(node)[0] ?? readSlot(node.attrs?.removed) ?? block.removed,
  };
  const marked = new Set(node.marks?.map(({ type }) => type));
  const looks = new Set(LOOK_NAMES.filter((name) => marked.has(name)));
  let reformatted: number | null = null;
  for (const { mark, on, person } of formattingsOfMarks(node)) {
    on ? looks.add(lookName(mark)) : looks.delete(lookName(mark));
    reformatted = context.colourOf(person);
  }
  const plain = run(context, look, text, revision);
  const isBreak = node.type === "hardBreak";
  return {
    ...plain,
    text: isBreak ? "" : text,
    ...Object.assign({}, ...[...looks].map((name) => WORD_LOOKS[name])),
    reformatted,
    breaks: isBreak,
  };
}

function run(context: PdfContext, look: RunLook, text: string, { inserted, removed }: BlockRevision): PdfRun {
  return {
    text,
    font: look.font,
    latin: look.latin === true,
    bold: look.bold === true,
    italic: false,
    breaks: false,
    inserted: inserted === null ? null : context.colourOf(inserted.person),
    deleted: removed === null ? null : context.colourOf(removed.person),
    movedHere: inserted !== null && context.isMoved(inserted),
    movedAway: removed !== null && context.isMoved(removed),
    reformatted: null,
    comments: [],
  };
}
