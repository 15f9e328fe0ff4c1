/**
 * Typst: marks as Word sets them that is told to leave their width alone (../../docx/package-parts.ts), in text that is
 * justified. Every mark takes a place of the grid, and one that finds none any more at the end of its line hangs
 * behind it. Left to itself Typst gives two marks side by side, and one at either end of a line, half a place less,
 * and hangs none: its lines end elsewhere than Word's.
 */

const OPENING = "“‘《〈（『「【〖〔［｛";
/** Those that LibreOffice and Word let hang. */
const HANGING = "，．。、：；！？";
const CLOSING = `”’》〉）』」】〗〕］｝${HANGING}`;
/** Nothing that is written has more of them in a row; what has is broken by long-words.ts, which must know it again. */
const MOST_IN_A_ROW = 6;
/**
 * Of a paragraph whose marks hang: 20 pages of one. Each mark makes some pieces of its text, and for every character
 * Typst looks for its piece from the first on; with more of them the time would grow with the square of the length.
 */
export const MOST_IN_A_PARAGRAPH = 1000;

/** Typst takes JSON's escapes of strings. */
const regex = (pattern: string): string => `regex(${JSON.stringify(pattern)})`;

export const MARKS = `
#let marks = ${regex(`[${OPENING}${CLOSING}]+`)}
#let opens = ${regex(`[${OPENING}]`)}
#let may-hang = ${regex(`[${HANGING}]`)}
// Behind a mark that hangs a line may begin with these alone.
#let begins-line = ${regex(`^[\\p{L}\\p{N}${OPENING}]`)}

// Signs that keep lines together as marks do and aren't known to Typst as such. With one between, marks are no
// neighbours, nor at a line's end. They have no width, and are on no paper.
#let unseen(signs) = hide(text(size: 0.001pt, signs))
#let before-opening = unseen("〝〝")
#let behind-closing = unseen("〟〟")

// Behind a mark at a paragraph's end: it needs no room on its line.
#let room-back = h(p.characterSpacing * 1pt - 1em)
// Where a line may end behind one, and the room again. That isn't given at a line's beginning: there Typst takes half of
// a bracket's width, and of this one that is all of it. A line ends behind it too.
#let may-end = room-back + hide(text(size: 2em, tracking: 0pt, "（") + h(-1em) + "\\u{200b}")

// Of a paragraph, found in each of its runs: whether they hang.
#let are-few(found) = found.flatten().map(m => m.text.clusters().len()).sum(default: 0) <= ${MOST_IN_A_PARAGRAPH}

// \`words\`, and what comes behind its last mark: that has to stand behind a comment's number too. \`found\`: its marks;
// \`next\`: what follows, nothing at the end of a paragraph.
#let with-marks(words, found, next) = {
  let tail = none
  let from = 0
  let body = for m in found {
    words.slice(from, m.start)
    from = m.end
    let row = m.text.clusters()
    if row.len() > ${MOST_IN_A_ROW} {
      m.text
      continue
    }
    // One character: the rest of the words would be copied for each mark.
    let follows = words.at(m.end, default: next)
    for (index, mark) in row.enumerate() {
      if mark.contains(opens) {
        before-opening
        mark
        continue
      }
      mark
      let is-last = index == row.len() - 1
      let behind = if is-last { follows } else { row.at(index + 1) }
      let after = if not mark.contains(may-hang) { behind-closing } else if behind in (none, "\\n") {
        room-back
      } else if behind.contains(begins-line) { may-end } else { behind-closing }
      if is-last and m.end == words.len() { tail = after } else { after }
    }
  }
  (body: body + words.slice(from), tail: tail)
}
`;
