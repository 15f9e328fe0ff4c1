/**
 * A tracked change (修订) as it stands in the document: who proposes it and when. Text carries it as a
 * mark, a block as an attribute, since the Yjs binding syncs no marks on blocks. The text that was
 * there before is never touched, so undoing a suggestion can't lose anybody's edit.
 */
import { ID_PATTERN } from "../id-form";

/** One suggestion: everything that carries its id is accepted or rejected together. */
export interface Suggestion {
  /** Random, since two people who write offline must never meet in one id. */
  readonly id: string;
  readonly person: string;
  /** Epoch milliseconds by the server's clock, as the proposer's page knew it. */
  readonly at: number;
}

/** What a block or a hard break can carry. */
export const SLOTS = ["inserted", "removed", "joined", "retyped"] as const;
export type Slot = (typeof SLOTS)[number];

/** The attribute's value: `id.person.at`, and for `retyped` the kind of block it shall become. */
export function writeSlot({ id, person, at }: Suggestion, form?: string): string {
  return [id, person, at, ...(form === undefined ? [] : [form])].join(".");
}

/** Reads a slot's value; null when nothing is proposed. */
export function readSlot(value: unknown): (Suggestion & { readonly form: string | null }) | null {
  if (typeof value !== "string") return null;
  const [id = "", person = "", at = "", form = null] = value.split(".");
  return { id, person, at: Number(at), form };
}

const SLOT_PATTERN = /^[a-z0-9]{16,32}\.[a-z0-9]{16,32}\.\d{1,15}$/;

/** Whether a value, whatever attribute it is of, proposes something. */
export function isSlotValue(value: unknown): boolean {
  return typeof value === "string" && SLOT_PATTERN.test(value.split(".", 3).join("."));
}

/** Throws RangeError for what no proposer writes. */
export function checkSlot(slot: Slot, value: unknown): void {
  if (value === null) return;
  const [, head, form] =
    typeof value === "string" ? (/^([^.]*\.[^.]*\.[^.]*)(?:\.(.*))?$/.exec(value) ?? []) : [];
  const formFits = slot === "retyped" ? isBlockForm(form) : form === undefined;
  if (head === undefined || !SLOT_PATTERN.test(head) || !formFits) throw new RangeError(slot);
}

/** Throws RangeError unless the mark's attribute is an id. */
export function checkId(value: unknown): void {
  if (typeof value !== "string" || !ID_PATTERN.test(value)) throw new RangeError("suggestion id");
}

/** Throws RangeError unless the mark's attribute is a time. */
export function checkTime(value: unknown): void {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw new RangeError("suggestion time");
}

/**
 * Four digits of a year in every time zone, as files write it (xsd:dateTime). Nothing nearer: a page that was offline
 * while its computer's clock was put years ahead has honest suggestions.
 */
export const LATEST_TIME = Date.UTC(9999, 11, 30);

/** Whether a suggestion may newly come with this time. The schema takes any: what is stored must stay readable. */
export const isFittingTime = (at: unknown): boolean => typeof at === "number" && at <= LATEST_TIME;

const LINES = ["paragraph", "title", "byline", "dateLine", "salutation"];

/** The attributes that tell kinds of blocks apart. */
interface BlockKind {
  readonly type: string;
  readonly attrs: { readonly level?: number; readonly runIn?: boolean };
}

/** `paragraph`, `heading:2` or `heading:2:run-in`. */
export function writeBlockForm(type: string, attrs: Readonly<Record<string, unknown>>): string {
  if (type !== "heading") return type;
  return `heading:${attrs.level}${attrs.runIn === true ? ":run-in" : ""}`;
}

/** The kind of block that a form names. */
export function readBlockForm(form: string): BlockKind {
  const [type = "paragraph", level, runIn] = form.split(":");
  return { type, attrs: level === undefined ? {} : { level: Number(level), runIn: runIn !== undefined } };
}

/** Whether `value` names a kind of block that suggestions can make. */
export function isBlockForm(value: unknown): value is string {
  return typeof value === "string" && (LINES.includes(value) || /^heading:[1-4](:run-in)?$/.test(value));
}
