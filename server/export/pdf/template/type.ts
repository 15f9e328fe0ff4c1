/**
 * Typst: faces, sizes and runs of text. Everything that people typed comes in as strings of the JSON data
 * and is shown as text; Typst evaluates none of it.
 */
import { BEHIND, wideQuotes } from "../faces";

/** What all else counts with. */
export const DATA = `
#let d = json(bytes(sys.inputs.at("model")))
// What Typst kept of the text before counts for this one where it was made of the same values. A function is all that it
// names: one that named d would be another with each letter typed, and so would every line in whose style it stands.
#let p = d.paper
#let comparison = d.comparison
#let proposers = d.proposers
#let comments = d.comments
#let whole-comments = d.wholeComments
#let watermark = d.watermark
#let char = (p.bodySize + p.characterSpacing) * 1pt
// As trackingOf in core/paper: a name or a date of the body's size holds 28 characters to a line too.
#let tracked(size) = if size == p.bodySize * 1pt { p.characterSpacing * 1pt } else { 0pt }
#let pitch = p.linePitch * 1pt
#let wide = (p.page.width - p.margins.left - p.margins.right) * 1mm
#let high = (p.page.height - p.margins.top - p.margins.bottom) * 1mm
`;

export const TYPE = `
#let palette = (rgb("#b3261e"), rgb("#1c5fa8"), rgb("#2e7d32"), rgb("#7b3fa0"), rgb("#a15c00"), rgb("#00707a"))
#let latin = (name: p.faces.latin.family, covers: "latin-in-cjk")

#let face(role, latin: latin) = {
  let own = p.faces.at(role)
  (font: (latin, ..${wideQuotes("own.family")}, own.family, ${BEHIND}), weight: own.weight)
}

// A line takes exactly its pitch, whatever stands in it: the em box in the middle, as on the office's grid.
#let edges(size, height) = {
  let top = height / 2 + size * 0.38
  (top-edge: top, bottom-edge: top - height)
}

// \`words\`: what is set of it, r.text where nothing else is given.
#let typed(r, words) = if r.breaks { linebreak() } else {
  // 楷体 stands for italics in Chinese; a slanted Han character is a fault of type.
  let role = if r.italic { "kai" } else { r.font }
  let look = if r.latin { face(role, latin: p.faces.latin.family) } else { face(role) }
  let is-drawn-bold = r.bold and not p.faces.at(role).hasBold
  // Where the text itself is made: around it, bold would give way to the face's own weight.
  if r.bold and not is-drawn-bold { look.weight = 700 }
  let body = text(..look, style: if r.italic { "italic" } else { "normal" }, words)
  if is-drawn-bold { text(stroke: 0.3pt, body) } else { body }
}

// A comparison's inks go by the kind of change, a speech's by who proposes it.
#let kinds = (added: rgb("#1f5fa6"), deleted: rgb("#b0301c"), moved: rgb("#2d6a3e"), reformatted: rgb("#8a5a00"))
#let is-black = comparison != none and comparison.blackAndWhite
#let ink-of(kind, person) = if is-black { black } else if comparison != none { kinds.at(kind) } else { palette.at(person) }

#let added(ink, body) = if is-black {
  highlight(fill: none, stroke: 0.5pt + ink, top-edge: 0.95em, bottom-edge: -0.2em, body)
} else { underline(body, stroke: 0.8pt + ink, offset: 3pt) }
#let deleted(ink, body) = strike(body, stroke: 0.8pt + ink)
// As Word draws what moved.
#let moved-here(ink, body) = underline(underline(body, stroke: 0.6pt + ink, offset: 2.2pt), stroke: 0.6pt + ink, offset: 4.2pt)
#let moved-away(ink, body) = strike(strike(body, stroke: 0.6pt + ink, offset: -0.22em), stroke: 0.6pt + ink, offset: -0.42em)
#let reformatted(ink, body) = underline(body, stroke: (paint: ink, thickness: 1pt, dash: "dotted"), offset: 3pt)

#let marked(r, words) = {
  let body = typed(r, words)
  if r.reformatted != none { body = reformatted(ink-of("reformatted", r.reformatted), body) }
  if r.inserted != none {
    let ink = ink-of(if r.movedHere { "moved" } else { "added" }, r.inserted)
    body = text(fill: ink, body)
    body = if r.movedHere { moved-here(ink, body) } else { added(ink, body) }
  }
  if r.deleted != none {
    let ink = ink-of(if r.movedAway { "moved" } else { "deleted" }, r.deleted)
    body = text(fill: ink, body)
    body = if r.movedAway { moved-away(ink, body) } else { deleted(ink, body) }
  }
  body
  if r.comments.len() > 0 { anchors(r.comments) }
}

// Behind a comment's number a line may end, but not in front of what begins none.
#let starts-no-line = regex("^[：；，。、！？”’）》〉」』】〕…—％%‰]")
// Within a word or a number it ends nowhere.
#let in-word = "[[\\p{L}\\p{N}.,'’%‰-]&&[^\\p{Han}\\p{Hiragana}\\p{Katakana}]]"
#let ends-in-word = regex(in-word + "$")
#let starts-in-word = regex("^" + in-word)
// What follows each run, \`following\` the last one. Found from the end: there may be as many runs as letters.
#let followers(parts, following) = {
  let found = ()
  let behind = following
  for r in parts.rev() {
    found.push(behind)
    if r.breaks or r.text != "" { behind = set-of(r) }
  }
  found.rev()
}
// \`full\`: whether its lines are justified; \`following\`: what follows in the same paragraph.
#let run-by-run(full, following) = parts => {
  // Boxes around what is added would be one for each of the pieces.
  let found = if full and not is-black { parts.map(r => r.text.matches(marks)) }
  let next-of = if found != none and are-few(found) { followers(parts, following) }
  for (index, r) in parts.enumerate() {
    let words = r.text
    let tail = none
    if next-of != none and not r.latin and not r.at("gap", default: false) {
      let made = with-marks(r.text, found.at(index), next-of.at(index))
      words = made.body
      tail = made.tail
    }
    marked(r, words)
    tail
    if r.at("gap", default: false) { gap }
    let next = parts.at(index + 1, default: none)
    if r.comments.len() == 0 or next == none or r.at("gap", default: false) { continue }
    let is-cut = r.text.ends-with(ends-in-word) and next.text.starts-with(starts-in-word)
    if is-cut or next.text.starts-with(starts-no-line) { sym.wj }
  }
}

// Narrow cells are broken by long-words.ts, which takes the words as they are.
#let runs(all, room, full: false, following: none) = across(all, room, char, run-by-run(full and room > 12 * char, following))
`;
