/** Products written with *, as 3*4*5 and 100*200mm are: CommonMark takes the signs between digits for emphasis. */
import type { Token, Tokens } from "marked";

const DIGIT = /^\d$/;

/** The tokens with such signs as the characters that they are. */
export function withProducts(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index): Token[] => {
    if (!("tokens" in token) || token.tokens === undefined) return [token];
    const inside = withProducts(token.tokens);
    const beside = { before: tokens[index - 1]?.raw.slice(-1), after: tokens[index + 1]?.raw.charAt(0) };
    const sign = multiplied(token as Tokens.Generic, beside);
    if (sign === null) return [{ ...token, tokens: inside } as Token];
    return [signToken(sign), ...inside, signToken(sign)];
  });
}

interface Beside {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** * or ** where digits show that it multiplies or raises to a power; bold words may well begin or end with digits. */
function multiplied({ type, raw, text }: Tokens.Generic, { before, after }: Beside): string | null {
  const opens = isBetweenDigits(before, String(text).charAt(0));
  const closes = isBetweenDigits(String(text).slice(-1), after);
  if (type === "em" && raw.startsWith("*")) return opens || closes ? "*" : null;
  return type === "strong" && raw.startsWith("**") && opens && closes ? "**" : null;
}

const isBetweenDigits = (one = "", other = ""): boolean => DIGIT.test(one) && DIGIT.test(other);

const signToken = (text: string): Tokens.Text => ({ type: "text", raw: text, text });
