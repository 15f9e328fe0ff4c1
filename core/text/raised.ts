/** Small raised and lowered characters as Unicode has them, since a speech's text has no such look: 10⁸, CO₂. */

export type Raising = "super" | "sub";

const PLAIN = "0123456789+-−=()（）n";
const RAISED: Readonly<Record<Raising, ReadonlyMap<string, string>>> = {
  super: mapped("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿ"),
  sub: mapped("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ₙ"),
};

function mapped(signs: string): ReadonlyMap<string, string> {
  return new Map([...PLAIN].map((character, index) => [character, signs[index] ?? character]));
}

/** The text in raised or lowered characters; null where one of them has none. Blanks stay. */
export function raisedText(text: string, raising: Raising): string | null {
  let raised = "";
  for (const character of text) {
    const sign = /\s/.test(character) ? character : RAISED[raising].get(character);
    if (sign === undefined) return null;
    raised += sign;
  }
  return raised;
}
