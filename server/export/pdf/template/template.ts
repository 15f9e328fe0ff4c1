/** The template as one Typst source. It is constant: what changes from speech to speech is its data. */
import { ACROSS_RUNS } from "./across-runs";
import { BLOCKS } from "./blocks";
import { LONG_WORDS } from "./long-words";
import { PAGE } from "./page";
import { TYPE } from "./type";

/** A comment's number in the text, and what its note in the margin is found by. */
const ANCHOR = `
#let anchor(number) = {
  [#metadata(number)<comment>]
  // Or a line may begin with the number of what stands on the one before.
  sym.wj
  super(typographic: false, size: 8pt, text(tracking: 0pt, fill: luma(70), "[" + str(number) + "]"))
}
`;

export const TEMPLATE = [ANCHOR, LONG_WORDS, ACROSS_RUNS, TYPE, BLOCKS, PAGE].join("\n");
