/** Typst: paper, margins, page numbers, comments beside the text, and the report on where lines end. */
export const PAGE = `
#let folio() = context {
  let n = counter(page).get().first()
  let size = p.pageNumber.size * 1pt
  set text(size: size, ..face("song"), font: p.faces.song.family, tracking: tracked(size), top-edge: "cap-height", bottom-edge: "baseline")
  set par(first-line-indent: 0pt)
  if p.pageNumber.place == "centre" { align(center, str(n)) } else if calc.odd(n) {
    align(right, pad(right: size, [— #n —]))
  } else {
    align(left, pad(left: size, [— #n —]))
  }
}

#let note(c, breakable: false) = block(width: 100%, inset: (left: 6pt, y: 4pt), stroke: (left: 1.2pt + luma(150)), breakable: breakable, {
  set text(size: 8.5pt, top-edge: 0.95em, bottom-edge: -0.35em, tracking: 0pt, fill: if c.resolved { luma(90) } else { black })
  set par(first-line-indent: 0pt, justify: false)
  for (index, said) in c.said.enumerate() {
    par({
      text(weight: 700, if index == 0 { "[" + str(c.number) + "] " } else { "→ " } + said.name)
      text(fill: luma(90), "  " + said.when + if index == 0 and c.resolved { "  已解决" } else { "" })
    })
    par(text(..if said.latin { face("body", latin: p.faces.latin.family) }, said.text))
  }
})

#let margin-top = p.margins.top * 1mm
#let margin-height = (p.page.height - p.margins.top - 15) * 1mm
#let margin-width = (p.commentColumn - 10) * 1mm
// No smaller than this part of their size, about 6 points; the room of a line for what is said of the others.
#let smallest = 0.7
#let rest-line = 14pt

// The notes of a page that go into its margin, and those that don't.
#let notes-on(n) = {
  let found = query(<comment>).filter(m => m.location().page() == n)
  let notes = found.map(m => (y: m.location().position().y, number: m.value - 1))
  if n == 1 { notes = whole-comments.map(w => (y: margin-top, number: w - 1)) + notes }
  let used = 0pt
  let shown = ()
  let rest = ()
  for one in notes {
    let high = measure(block(width: margin-width, note(comments.at(one.number)))).height + 4pt
    if used + high <= (margin-height - rest-line) / smallest {
      used += high
      shown.push((..one, high: high))
    } else { rest.push(one.number) }
  }
  (shown: shown, rest: rest, high: used)
}

// Notes stand beside what they're about, below one another; more than fit are made smaller, as long as they can be read.
#let margin-notes() = context {
  let (shown, rest, high) = notes-on(here().page())
  let room = margin-height - if rest.len() > 0 { rest-line } else { 0pt }
  let part = calc.min(1, room / calc.max(high, 1pt))
  let y = margin-top
  let below = high
  for one in shown {
    // Low enough for what it is about, high enough for all that follow.
    y = calc.max(y, calc.min(one.y - 20pt, margin-top + room - below * part))
    let body = note(comments.at(one.number))
    place(top + left, dx: p.page.width * 1mm, dy: y, block(width: margin-width, scale(part * 100%, origin: top + left, reflow: true, body)))
    y += one.high * part
    below -= one.high
  }
  if rest.len() > 0 {
    set text(size: 8.5pt, tracking: 0pt, fill: luma(90), top-edge: 0.95em, bottom-edge: -0.35em)
    place(top + left, dx: p.page.width * 1mm + 6pt, dy: margin-top + room, [另有 #rest.len() 条批注见文末])
  }
}

// Behind the text: the notes that found no room beside it.
#let more-notes() = context {
  let pages = (1,) + query(<comment>).map(m => m.location().page())
  let rest = pages.dedup().map(n => notes-on(n).rest).flatten()
  if rest.len() > 0 {
    pagebreak()
    for number in rest { block(spacing: 6pt, note(comments.at(number), breakable: true)) }
  }
}

#let behind-text() = if watermark != none {
  place(center + horizon, dx: p.commentColumn * -0.5mm, rotate(-45deg, {
    set text(..face("hei"), size: watermark.size * 1pt, fill: luma(215), tracking: 0pt)
    watermark.text
  }))
}

#let kinds-legend() = {
  let words = comparison.legend
  let sample(kind, shape, word) = {
    let ink = ink-of(kind, 0)
    shape(ink, text(fill: ink, word))
  }
  align(right, (
    sample("added", added, words.added),
    sample("deleted", deleted, words.deleted),
    sample("moved", moved-here, words.movedHere),
    sample("moved", moved-away, words.movedAway),
    sample("reformatted", reformatted, words.reformatted),
  ).join(h(1.2em)))
  // Clear of the lines below the samples.
  for note in comparison.notes { block(above: 8pt, width: 100%, align(right, note)) }
}

// Above the first page: what the lines of a comparison mean, or in whose ink the changes of a speech are.
#let legend() = context if here().page() == 1 {
  set text(size: 9pt, ..face("song"), tracking: 0pt, top-edge: "cap-height", bottom-edge: "baseline")
  set par(first-line-indent: 0pt, leading: 4pt)
  if comparison != none { kinds-legend() } else if proposers.len() > 0 {
    align(right, proposers.map(one => box(added(palette.at(one.ink), text(fill: palette.at(one.ink), one.name)))).join(h(1.2em)))
  }
}

#set document(title: d.title, author: "合稿 Lectern", description: d.description)
#set page(
  width: (p.page.width + p.commentColumn) * 1mm, height: p.page.height * 1mm,
  margin: (
    top: p.margins.top * 1mm, bottom: p.margins.bottom * 1mm,
    left: p.margins.left * 1mm, right: (p.margins.right + p.commentColumn) * 1mm,
  ),
  header: legend(), header-ascent: calc.min(8, p.margins.top * 0.3) * 1mm,
  footer: folio(), footer-descent: p.pageNumber.gap * 1mm,
  background: behind-text(),
  foreground: if p.commentColumn > 0 { margin-notes() },
)
#set text(
  size: p.bodySize * 1pt, lang: "zh", region: "cn", ..face("body"), tracking: p.characterSpacing * 1pt,
  ..edges(p.bodySize * 1pt, pitch), cjk-latin-spacing: none, costs: (widow: 0%, orphan: 0%, runt: 0%),
)
// By the best breaks of a paragraph Typst would squeeze single marks too, and set 29 characters where the grid has 28.
#set par(justify: true, linebreaks: "simple", leading: 0pt, spacing: 0pt, first-line-indent: (amount: 2 * char, all: true))
#set block(spacing: 0pt)
#show heading: it => it.body
#show quote.where(block: true): it => block(spacing: 0pt, pad(left: 2 * char, right: 2 * char, it.body))

#show: fitted.with(wide - 2 * char, long)
#for (b, is-drawn) in d.blocks.zip(d.drawn) { if is-drawn { one(b) } else { hide(one(b)) } }
#if p.commentColumn > 0 { more-notes() }

// Where every line begins and ends: page, and points from the paper's upper left corner.
#context [#metadata(query(<place>).map(m => {
  let at = m.location().position()
  (..m.value, page: at.page, x: at.x.pt(), y: at.y.pt())
}))<places>]
`;
