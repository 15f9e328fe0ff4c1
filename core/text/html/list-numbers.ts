/** What numbers the items of an ol show. */
import { inlineStyle } from "./inline-style";

/** Word takes no other number for a list's beginning. */
const isPlausible = (number: number): boolean => Number.isInteger(number) && number >= 0 && number <= 9999;

const STYLES: Readonly<Record<string, string>> = {
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};

/** The kind of its numbers as in HTML's `type`, or undefined for digits. */
export function listType(list: Element): string | undefined {
  const style = inlineStyle(list);
  const names = `${style.get("list-style") ?? ""} ${style.get("list-style-type") ?? ""}`.split(/\s+/);
  const named = names.map((name) => STYLES[name]).find((type) => type !== undefined);
  const given = list.getAttribute("type")?.trim() ?? "";
  return named ?? (/^[aAiI]$/.test(given) ? given : undefined);
}

/**
 * The number of each item: from the list's `start`, an item's own `value` first, downwards where it says
 * `reversed`. Numbers that no list here begins with are passed over.
 */
export function itemNumbers(list: Element, items: readonly Element[]): readonly number[] {
  const isReversed = list.hasAttribute("reversed");
  const step = isReversed ? -1 : 1;
  let next = numberIn(list, "start") ?? (isReversed ? items.length : 1);
  const numbers = items.map((item) => {
    const number = numberIn(item, "value") ?? next;
    next = number + step;
    return number;
  });
  return numbers.every(isPlausible) ? numbers : items.map((_, index) => index + 1);
}

function numberIn(element: Element, attribute: "start" | "value"): number | null {
  const number = Number.parseInt(element.getAttribute(attribute) ?? "", 10);
  return isPlausible(number) ? number : null;
}
