/** The template as one Typst source. It is constant: what changes from speech to speech is its data. */
import { ACROSS_RUNS } from "./across-runs";
import { BLOCKS } from "./blocks";
import { LONG_WORDS } from "./long-words";
import { MARKS } from "./marks";
import { PAGE } from "./page";
import { DATA, TYPE } from "./type";

/** A comment's number in the text, and what its note in the margin is found by. */
const ANCHOR = `
// Above the end of the words that they are about, in the air between the lines: they take no room, or the text would
// be broken into other lines than those of the copy without comments.
#let anchors(numbers) = {
  for number in numbers { [#metadata(number)<comment>] }
  let signs = text(size: 6.5pt, tracking: 0pt, fill: luma(70), weight: 400, numbers.map(n => "[" + str(n) + "]").join())
  // Or a line may begin with the number of what stands on the one before.
  sym.wj
  context {
    let width = measure(signs).width
    box(width: 0pt, height: 0pt, move(dx: -width, dy: -0.92em.to-absolute(), box(width: width, height: 0pt, text(top-edge: "baseline", bottom-edge: "baseline", signs))))
  }
}
`;

export const TEMPLATE = [DATA, ANCHOR, LONG_WORDS, ACROSS_RUNS, MARKS, TYPE, BLOCKS, PAGE].join("\n");
