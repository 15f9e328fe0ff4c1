/**
 * What attributes that Tiptap leaves open may hold. They come from other people's browsers: a cell a
 * million columns wide would hang everybody's page, and Tiptap writes `align` into a style attribute.
 */
import type { Attributes } from "@tiptap/core";

/** No office table is wider, and a map of it still fits in memory. */
export const MOST_SPANNED = 1000;

type Rule = (value: unknown) => boolean;

const isSpan: Rule = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_SPANNED;
const isOneOf =
  (...allowed: readonly unknown[]): Rule =>
  (value) =>
    allowed.includes(value);

export const CELL_RULES: Readonly<Record<string, Rule>> = {
  colspan: isSpan,
  rowspan: isSpan,
  colwidth: (value) =>
    value === null || (Array.isArray(value) && value.length <= MOST_SPANNED && value.every(isWidth)),
  align: isOneOf(null, "left", "center", "right"),
};

const isWidth = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000;

export const ORDERED_LIST_RULES: Readonly<Record<string, Rule>> = {
  start: (value) => typeof value === "number",
  type: isOneOf(null, "1", "a", "A", "i", "I"),
};

/** The attributes with their rules, as ProseMirror and the server's check ask for them. */
export function withRules(
  attributes: Attributes | undefined,
  rules: Readonly<Record<string, Rule>>,
): Attributes {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, attribute]) => {
      const rule = rules[name];
      const validate = (value: unknown) => {
        if (rule?.(value) !== true) throw new RangeError(`attribute ${name}`);
      };
      return [name, { ...attribute, validate }];
    }),
  );
}
