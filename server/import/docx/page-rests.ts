/** Paragraphs that our own reading copy cuts where a page ends, put together again. */
import { NO_AIDS } from "./reading-aids";
import { type SourceBlock, type SourceLine, STAYS } from "./source";

/** Each with what stands of it on the next pages. */
export function withPageRests(blocks: readonly SourceBlock[]): SourceBlock[] {
  const whole: SourceBlock[] = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    const isRest = block.kind === "line" && REST.has(block.style.role ?? "");
    const isSettled = before?.kind === "line" && before.end.inserted === null && before.end.deleted === null;
    if (isRest && isSettled) whole[whole.length - 1] = joined(before, block);
    else whole.push(block);
  }
  return whole;
}

const REST: ReadonlySet<string> = new Set(["pageRest", "pageRestLine"]);

function joined(line: SourceLine, rest: SourceLine): SourceLine {
  const { looks, font, size, role } = rest.style;
  const lineBreak = {
    ...STAYS,
    ...NO_AIDS,
    hasOwnBold: false,
    ...{ text: "\n", looks, font, size, restyled: null, threads: [], reading: null, cue: null },
  };
  // A break at which a page ends isn't written: it would be an empty line.
  const between = role === "pageRestLine" ? [lineBreak] : [];
  return {
    ...line,
    pieces: [...line.pieces, ...between, ...rest.pieces],
    end: rest.end,
    runsOn: rest.runsOn,
  };
}
