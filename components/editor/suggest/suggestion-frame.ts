/** How the suggestion that is looked at is told from its neighbours in the text. */
import { readSlot, SLOTS } from "@/core/document/suggestion";

/** What of the text carries it: marked words, and what stands in the slot of a block. Ids are letters and digits. */
export function traceSelector(id: string): string {
  return [`[data-suggestion="${id}"]`, ...SLOTS.map((slot) => `[data-${slot}^="${id}."]`)].join(",");
}

const CARRIERS = ["[data-suggestion]", ...SLOTS.map((slot) => `[data-${slot}]`)].join(",");

/** The ids of the suggestions whose words, or whose whole block, this is or is in, the innermost first. */
export function suggestionsAround(target: unknown): readonly string[] {
  const ids: string[] = [];
  let element = target instanceof Element ? target : target instanceof Text ? target.parentElement : null;
  for (;;) {
    element = element?.closest(CARRIERS) ?? null;
    if (element === null) return ids;
    ids.push(...suggestionsOf(element));
    element = element.parentElement;
  }
}

function suggestionsOf(element: Element): readonly string[] {
  const words = element.getAttribute("data-suggestion");
  const slots = SLOTS.map((slot) => readSlot(element.getAttribute(`data-${slot}`))?.id ?? null);
  return [words, ...slots].filter((id) => id !== null);
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
