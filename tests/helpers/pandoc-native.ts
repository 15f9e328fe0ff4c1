/** The words of pandoc's native output: one line per paragraph, heading, item and cell. */

type Token = { readonly kind: "open" | "close" | "name" } & { readonly text: string };

interface NativeLines {
  readonly lines: readonly string[];
  /** Words of comments, and of notes, in the order in which they stand. */
  readonly comments: readonly { readonly author: string; readonly date: string; readonly body: string }[];
  readonly notes: readonly string[];
  /** Where pandoc keeps revisions, in the order in which they stand; the end of a paragraph is "\n". */
  readonly revisions: readonly NativeRevision[];
}

export interface NativeRevision {
  readonly author: string;
  /** "" for none. */
  readonly date: string;
  readonly deleted: string;
  readonly inserted: string;
}

const LINE_STARTS = new Set(["Para", "Plain", "Header"]);
const TOKEN = /"((?:[^"\\]|\\.)*)"|[[\]()]|[A-Za-z]+/g;

/** Reads as much of the format as is needed to know what was said. */
export function nativeLines(native: string): NativeLines {
  const lines: string[] = [];
  const comments: { author: string; date: string; body: string }[] = [];
  const notes: string[] = [];
  const revisions: NativeRevision[] = [];
  const tokens = [...native.matchAll(TOKEN)].map(([text, string]): Token => {
    if (string !== undefined) return { kind: "name", text: `"${unescaped(string)}` };
    return { kind: "[(".includes(text) ? "open" : "])".includes(text) ? "close" : "name", text };
  });
  read(0, tokens.length, lines);
  return { lines: lines.filter((line) => line.trim() !== ""), comments, notes, revisions };

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
        comments.push({ ...whoseSpan(at), body: words.join("\n") });
        at = end;
      } else if (text === "Span") keepRevision(at);
    }
  }

  /** What it says is read on as words of its line. */
  function keepRevision(at: number): void {
    const [, isParagraph, how] =
      /^"(paragraph-)?(insertion|deletion)$/.exec(tokens[at + 4]?.text ?? "") ?? [];
    if (how === undefined) return;
    const attributes = closing(at + 1);
    const words: string[] = [""];
    if (isParagraph === undefined) read(attributes + 1, closing(attributes + 1), words);
    else words.push("");
    const said = words.join("\n");
    const [deleted, inserted] = how === "deletion" ? [said, ""] : ["", said];
    revisions.push({ ...whoseSpan(at), deleted, inserted });
  }

  function whoseSpan(at: number): { author: string; date: string } {
    const attributes = tokens.slice(at, closing(at + 1));
    const value = (name: string) =>
      attributes.find((_, index) => attributes[index - 1]?.text === `"${name}`)?.text.slice(1) ?? "";
    return { author: value("author"), date: value("date") };
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
