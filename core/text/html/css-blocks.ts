/** A style sheet cut into its blocks, in one walk whatever is in it; nothing it names is loaded. */

export interface CssBlock {
  /** What stands in front of the brace; in a nested block declarations may go before it. */
  readonly selector: string;
  /** Behind any blocks inside it. */
  readonly body: string;
  /** Whether it stands in another one, such as a @media. */
  readonly isNested: boolean;
}

/** In the order in which they end; what is never closed is left out. */
export function cssBlocks(source: string): CssBlock[] {
  const css = withoutComments(source);
  const blocks: CssBlock[] = [];
  const open: string[] = [];
  let start = 0;
  let quote = "";
  for (let at = 0; at < css.length; at += 1) {
    const sign = css.charAt(at);
    if (sign === "\\") at += 1;
    else if (quote !== "") quote = sign === quote || sign === "\n" ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "{") {
      open.push(css.slice(start, at).trim());
      start = at + 1;
    } else if (sign === "}") {
      const selector = open.pop();
      if (selector !== undefined)
        blocks.push({ selector, body: css.slice(start, at), isNested: open.length > 0 });
      start = at + 1;
    } else if (sign === ";" && open.length === 0) start = at + 1;
  }
  return blocks;
}

/** Word hides its sheets from the browsers of 1995 in a comment of HTML. */
function withoutComments(css: string): string {
  const [first = "", ...rest] = css.replaceAll(/<!--|-->/g, "").split("/*");
  // A part without an end is the inside of a comment that goes on.
  return (
    first + rest.map((part) => (part.includes("*/") ? part.slice(part.indexOf("*/") + 2) : "")).join(" ")
  );
}
