/** How the suggestion that is looked at is told from its neighbours in the text. */
import { readSlot, SLOTS } from "@/core/document/suggestion";

/** What of the text carries it: marked words, and what stands in the slot of a block. Ids are letters and digits. */
export function traceSelector(id: string): string {
  return [`[data-suggestion="${id}"]`, ...SLOTS.map((slot) => `[data-${slot}^="${id}."]`)].join(",");
}

/** The id of the suggestion whose words, or whose whole block, this is or is in; null for none. */
export function suggestionAround(target: unknown): string | null {
  const element = target instanceof Element ? target : target instanceof Text ? target.parentElement : null;
  const words = element?.closest("[data-suggestion]")?.getAttribute("data-suggestion");
  if (words != null) return words;
  const block = element?.closest(SLOTS.map((slot) => `[data-${slot}]`).join(","));
  const values = SLOTS.map((slot) => readSlot(block?.getAttribute(`data-${slot}`)));
  return values.find((value) => value !== null)?.id ?? null;
}

/**
 * A frame, which needs no colour to be seen and is drawn in forced colours too. A block whose words are framed gets
 * none. The root's attribute makes it outweigh the frames around all blocks there.
 */
export function frameRule(id: string): string {
  const words = `[data-suggestion="${id}"]`;
  return `:root[data-mantine-color-scheme] .ProseMirror :is(${traceSelector(id)}):not(:has(${words})) {
    outline: 2px solid var(--lectern-accent);
    outline-offset: -1px; /* what was struck and what came for it stand side by side: their frames share a line */
  }`;
}
