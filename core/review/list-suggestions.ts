/** The suggestions of a document, for lists, counts and jumping from one to the next. */
import type { Node } from "@tiptap/pm/model";
import { CUE, CUE_SIGNS, isCueKind } from "../document/reading-aids";
import { readSlot, SLOTS, type Slot, type Suggestion } from "../document/suggestion";
import { BREAK, DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";

export type SuggestionKind = "insert" | "delete" | "replace" | "format" | "block";

export interface ListedSuggestion extends Suggestion {
  readonly kind: SuggestionKind;
  /** Where it begins and where it ends; other text may lie between. */
  readonly from: number;
  readonly to: number;
  readonly insertedText: string;
  readonly deletedText: string;
  /** The kind of block that it shall become; see writeBlockForm. */
  readonly form: string | null;
  /** The looks that it puts on or takes off, each once: `bold`, `no-italic`, `pinyin:zhòng`. */
  readonly looks: readonly string[];
  /** The words that get another look or kind of block. */
  readonly changedText: string;
  /** What of a table it brings or takes away: `table`, or `tableRow`. */
  readonly unit: TableUnit | null;
}

export type TableUnit = "table" | "tableRow";
const isTableUnit = (name: string): name is TableUnit => name === "table" || name === "tableRow";

type Trace = "inserts" | "deletes" | "formats" | "changesBlock";

interface Gathered extends Suggestion {
  from: number;
  to: number;
  insertedText: string;
  deletedText: string;
  form: string | null;
  readonly looks: string[];
  changedText: string;
  /** Where `changedText` ends: text that gets two looks is told once. */
  changedTo: number;
  unit: TableUnit | null;
  readonly traces: Set<Trace>;
}

const TRACE: Readonly<Record<string, Trace>> = {
  [INSERTION]: "inserts",
  [DELETION]: "deletes",
  [FORMATTING]: "formats",
};
const SLOT_TRACE: Readonly<Record<Slot, Trace>> = {
  inserted: "inserts",
  removed: "deletes",
  joined: "deletes",
  retyped: "changesBlock",
};

/** In document order, each id once. */
export function listSuggestions(doc: Node): ListedSuggestion[] {
  const found = new Map<string, Gathered>();
  const note = ({ id, person, at }: Suggestion, trace: Trace, from: number, to: number, text: string) => {
    let gathered = found.get(id);
    if (gathered === undefined) {
      const texts = { insertedText: "", deletedText: "", form: null, looks: [] };
      const about = { changedText: "", changedTo: 0, unit: null };
      gathered = { id, person, at, from, to, ...texts, ...about, traces: new Set() };
      found.set(id, gathered);
    }
    gathered.from = Math.min(gathered.from, from);
    gathered.to = Math.max(gathered.to, to);
    gathered.traces.add(trace);
    if (trace === "inserts") gathered.insertedText += text;
    if (trace === "deletes") gathered.deletedText += text;
    if ((trace === "formats" || trace === "changesBlock") && to > gathered.changedTo) {
      gathered.changedText += text;
      gathered.changedTo = to;
    }
    return gathered;
  };
  doc.descendants((node, pos) => {
    const end = pos + node.nodeSize;
    for (const slot of SLOTS) {
      const pending = readSlot(node.attrs[slot]);
      if (pending === null) continue;
      const gathered = note(pending, SLOT_TRACE[slot], pos, end, slotText(node, slot));
      gathered.form = pending.form ?? gathered.form;
      const { name } = node.type;
      if (slot !== "joined" && slot !== "retyped" && isTableUnit(name)) gathered.unit ??= name;
    }
    for (const { type, attrs } of node.marks) {
      const trace = TRACE[type.name];
      const text = (node.text ?? "").replaceAll(BREAK, "\n");
      // The schema has checked the mark's attributes.
      if (trace === undefined) continue;
      const { looks } = note(attrs as unknown as Suggestion, trace, pos, end, text);
      const look = `${attrs.on ? "" : "no-"}${attrs.mark}`;
      if (trace === "formats" && !looks.includes(look)) looks.push(look);
    }
  });
  return [...found.values()]
    .map(({ traces, changedTo: _, ...listed }) => ({ ...listed, kind: kindOf(traces) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

/** What a block's own change says of text. Inserted blocks hold inserted text, which is told for itself. */
function slotText(node: Node, slot: Slot): string {
  if (node.type.name === CUE) return signOf(node);
  if (slot === "joined") return "\n";
  return slot === "inserted" ? "" : node.textContent;
}

const signOf = ({ attrs }: Node): string => (isCueKind(attrs.kind) ? CUE_SIGNS[attrs.kind] : "");

function kindOf(traces: ReadonlySet<Trace>): SuggestionKind {
  if (traces.has("inserts")) return traces.has("deletes") ? "replace" : "insert";
  if (traces.has("deletes")) return "delete";
  return traces.has("formats") ? "format" : "block";
}
