/** What pieces of Yjs updates say of suggestions. */
import * as Y from "yjs";
import { isSlotValue, readSlot, type Suggestion } from "@/core/document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "@/core/document/suggestion-marks";
import type { Struct } from "./accepted-state";

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

/** Whether it carries a suggestion, or ends one. */
export function proposes(struct: Struct): boolean {
  return proposalIn(struct) !== null;
}

/** The suggestion that it carries; undefined where one ends. The binding hashes the names of overlapping marks. */
export function proposalIn(struct: Struct): Suggestion | undefined | null {
  if (!(struct instanceof Y.Item)) return null;
  const { content } = struct;
  if (content instanceof Y.ContentAny) return readSlot(content.arr.find(isSlotValue));
  if (!(content instanceof Y.ContentFormat)) return null;
  const isCarrier = CARRIERS.has(content.key.split("--", 1)[0] ?? "");
  return isCarrier ? ((content.value as Suggestion | null) ?? undefined) : null;
}

/** Whether something may be proposed in a text; for sure when not. */
export function standsIn(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    if (structs.some((struct) => !struct.deleted && proposes(struct))) return true;
  }
  return false;
}
