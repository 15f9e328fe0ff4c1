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
}

type Trace = "inserts" | "deletes" | "formats" | "changesBlock";

interface Gathered extends Suggestion {
  from: number;
  to: number;
  insertedText: string;
  deletedText: string;
  form: string | null;
  readonly looks: string[];
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
      gathered = { id, person, at, from, to, ...texts, traces: new Set() };
      found.set(id, gathered);
    }
    gathered.from = Math.min(gathered.from, from);
    gathered.to = Math.max(gathered.to, to);
    gathered.traces.add(trace);
    if (trace === "inserts") gathered.insertedText += text;
    if (trace === "deletes") gathered.deletedText += text;
    return gathered;
  };
  doc.descendants((node, pos) => {
    const end = pos + node.nodeSize;
    for (const slot of SLOTS) {
      const pending = readSlot(node.attrs[slot]);
      // Inserted blocks hold inserted text, which is told for itself.
      const text = node.type.name === CUE ? signOf(node) : slot === "removed" ? node.textContent : "";
      if (pending === null) continue;
      const gathered = note(pending, SLOT_TRACE[slot], pos, end, text);
      gathered.form = pending.form ?? gathered.form;
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
    .map(({ traces, ...listed }) => ({ ...listed, kind: kindOf(traces) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

const signOf = ({ attrs }: Node): string => (isCueKind(attrs.kind) ? CUE_SIGNS[attrs.kind] : "");

function kindOf(traces: ReadonlySet<Trace>): SuggestionKind {
  if (traces.has("inserts")) return traces.has("deletes") ? "replace" : "insert";
  if (traces.has("deletes")) return "delete";
  return traces.has("formats") ? "format" : "block";
}
