/** The words of pandoc's native output: one line per paragraph, heading, item and cell. */

type Token = { readonly kind: "open" | "close" | "name" } & { readonly text: string };

interface NativeLines {
  readonly lines: readonly string[];
  /** Words of comments, and of notes, in the order in which they stand. */
  readonly comments: readonly { readonly author: string; readonly date: string; readonly body: string }[];
  readonly notes: readonly string[];
}

const LINE_STARTS = new Set(["Para", "Plain", "Header"]);
const TOKEN = /"((?:[^"\\]|\\.)*)"|[[\]()]|[A-Za-z]+/g;

/** Reads as much of the format as is needed to know what was said. */
export function nativeLines(native: string): NativeLines {
  const lines: string[] = [];
  const comments: { author: string; date: string; body: string }[] = [];
  const notes: string[] = [];
  const tokens = [...native.matchAll(TOKEN)].map(([text, string]): Token => {
    if (string !== undefined) return { kind: "name", text: `"${unescaped(string)}` };
    return { kind: "[(".includes(text) ? "open" : "])".includes(text) ? "close" : "name", text };
  });
  read(0, tokens.length, lines);
  return { lines: lines.filter((line) => line.trim() !== ""), comments, notes };

  function read(from: number, to: number, into: string[]): void {
    for (let at = from; at < to; at += 1) {
      const { text } = tokens[at] as Token; // within bounds
      if (LINE_STARTS.has(text)) into.push("");
      else if (text === "Str") add(into, (tokens[at + 1]?.text ?? "").slice(1));
      else if (text === "Space" || text === "SoftBreak") add(into, " ");
      else if (text === "LineBreak") add(into, "\n");
      else if (text === "Note") {
        const end = closing(at + 1);
        const words: string[] = [];
        read(at + 1, end, words);
        notes.push(words.join("\n"));
        at = end;
      } else if (text === "Span" && isComment(at)) {
        const attributes = closing(at + 1);
        const end = closing(attributes + 1);
        const words: string[] = [""];
        read(attributes + 1, end, words);
        const value = (name: string) =>
          tokens.slice(at, attributes).find((_, index, all) => all[index - 1]?.text === `"${name}`)?.text ??
          "";
        comments.push({
          author: value("author").slice(1),
          date: value("date").slice(1),
          body: words.join("\n"),
        });
        at = end;
      }
    }
  }

  function isComment(at: number): boolean {
    return tokens.slice(at, at + 6).some(({ text }) => text === '"comment-start');
  }

  /** The bracket that closes the one at `at`. */
  function closing(at: number): number {
    let depth = 0;
    for (let index = at; index < tokens.length; index += 1) {
      const kind = tokens[index]?.kind;
      if (kind === "open") depth += 1;
      if (kind === "close") depth -= 1;
      if (depth === 0) return index;
    }
    throw new Error("brackets that don't close");
  }
}

function add(lines: string[], text: string): void {
  lines[lines.length - 1] = `${lines.at(-1) ?? ""}${text}`;
}

/** Haskell's strings: \8217 is a character, \& nothing. */
const unescaped = (text: string): string =>
  text
    .replace(/\\(\d+)/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("\\&", "")
    .replace(/\\(.)/g, "$1");
