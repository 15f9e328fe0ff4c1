/** Pages of decisions, put together as they come. */
import type { DecisionId } from "@/core/ids";
import type { DecisionPage } from "@/core/review/decision";

/**
 * What is shown with the page that was asked for from `asked` on. Where the list was read anew meanwhile and ends
 * elsewhere, the answer belongs behind decisions that aren't shown any more: it is dropped, or it would leave a gap
 * that nothing fills.
 */
export function withEarlier(
  shown: DecisionPage,
  asked: DecisionId,
  { decisions, next }: DecisionPage,
): DecisionPage {
  return shown.next === asked ? { decisions: [...shown.decisions, ...decisions], next } : shown;
}
