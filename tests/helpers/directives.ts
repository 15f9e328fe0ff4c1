/** Directives as a leader's page sends them. */
import type { NewDirective } from "@/core/directive-requests";
import { newDirectiveId } from "@/core/ids";

/** On `quote` in the block that reads `text`. */
function placeOf(text: string, quote: string, block: number) {
  const from = text.indexOf(quote);
  return { block, text, from, to: from + quote.length };
}

export function rewording(text: string, quote: string, wording: string, block = 0): NewDirective {
  return { id: newDirectiveId(), kind: "rewording", place: placeOf(text, quote, block), wording };
}

export function instruction(text: string, quote: string, body: string, block = 0): NewDirective {
  return { id: newDirectiveId(), kind: "instruction", place: placeOf(text, quote, block), body };
}
