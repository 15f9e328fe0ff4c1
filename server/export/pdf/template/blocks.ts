/** Typst: the speech's blocks on the paper. Each line says where it begins and ends, for the report. */
import { CELL_AIR, CELL_INSET, CELL_PITCH } from "../../table-size";

export const BLOCKS = `
#let mark(id, end) = [#metadata((id: id, end: end))<place>]

// \`full\`: whether its lines are justified.
#let spoken(b, room: wide, full: true) = {
  let behind = b.body.find(r => r.breaks or r.text != "")
  let set-lead() = runs(b.lead, room, full: full, following: if behind == none { none } else { set-of(behind) })
  let lead = if b.lead.len() == 0 { none } else if b.level == none { set-lead() } else {
    // Typst's own headings are larger than the text. The bookmark is made of the words alone.
    show heading: text(size: 1pt * if b.level == 0 { p.titleSize } else { p.bodySize }, set-lead())
    heading(level: b.level + 1, b.lead.map(r => r.text).join())
  }
  mark(b.id, false)
  lead
  runs(b.body, room, full: full)
  // Typst leaves out a paragraph in which nothing stands; on paper it is a line.
  if b.lead.len() == 0 and b.body.len() == 0 { hide("　") }
  mark(b.id, true)
}

#let centred(size, height, role, b) = align(center, {
  set text(size: size, ..edges(size, height), ..face(role), tracking: tracked(size))
  set par(first-line-indent: 0pt, justify: false)
  par(spoken(b, full: false))
})

#let flush(b) = {
  set par(first-line-indent: 0pt)
  par(spoken(b))
}

#let barred(b, body, sticky: false) = if b.changed {
  // Said here too: Typst gives a quotation's blocks a space of their own.
  block(width: 100%, spacing: 0pt, breakable: true, sticky: sticky, stroke: (left: 0.8pt + luma(120)), outset: (left: 9pt), body)
} else if sticky { block(width: 100%, sticky: true, body) } else { body }

// What stands above other lines stays on their page.
#let leads(b) = b.look in ("title", "byline", "dateLine", "salutation") or (b.look == "heading" and b.body.len() == 0)

#let line-block(b) = {
  if b.spaceBefore { v(pitch) }
  let body = if b.look == "title" {
    centred(p.titleSize * 1pt, p.titleSize * 1.5pt, "title", b)
  } else if b.look == "byline" or b.look == "dateLine" {
    centred(p.bodySize * 1pt, pitch, "kai", b)
  } else if b.look == "salutation" { flush(b) } else { par(spoken(b)) }
  barred(b, body, sticky: leads(b))
}

// Typst knows a function only behind its definition: what holds blocks is given what sets them.
// \`unit\`: a character of its type.
#let list-block(b, room, inner, indent: 2 * char, unit: char) = {
  set par(first-line-indent: 0pt)
  // A list within begins under this one's text.
  let items = b.items.map(blocks => inner(blocks, room - indent - 2 * unit, indent: 0pt))
  // Two characters hold a number under 1000; a longer one moves its text aside rather than run into it.
  let label(body) = context box(width: calc.max(2 * unit, measure(body).width + 0.2em.to-absolute()), body)
  if b.numbering == none {
    list(marker: label[•], indent: indent, body-indent: 0pt, spacing: 0pt, ..items)
  } else {
    enum(
      start: b.start, numbering: n => label(numbering(b.numbering, n)),
      indent: indent, body-indent: 0pt, spacing: 0pt, number-align: start + top,
      ..items,
    )
  }
}

#let table-block(b, inner) = {
  let size = b.size * 1pt
  set text(size: size, ..edges(size, size * ${CELL_PITCH}), tracking: tracked(size))
  set par(first-line-indent: 0pt, justify: false)
  let inset = ${CELL_INSET}pt
  let room(c) = wide * b.shares.slice(c.x, c.x + c.colspan).sum() - 2 * inset
  let body(c) = inner(c.blocks, room(c), words: suspect(room(c), size), indent: 0pt, unit: size, full: false)
  let cell(c, whole: true) = table.cell(
    x: c.x, y: c.y, colspan: c.colspan, rowspan: c.rowspan, align: horizon + if c.head { center } else { start },
    breakable: if whole and c.rowspan == 1 { false } else { auto }, body(c),
  )
  let head = b.cells.filter(c => c.y < b.headRows)
  let rest = b.cells.filter(c => c.y >= b.headRows)
  let all(..rows) = table(columns: b.shares.map(share => share * 1fr), stroke: 0.5pt, inset: (x: inset, y: ${CELL_AIR}pt), ..rows)
  // Below it the empty line that keeps it apart from what follows, as in Word.
  block(above: 0pt, below: p.tableSize * ${CELL_PITCH}pt, width: 100%, context {
    // Typst breaks no head over pages: what is under a tall one would find no room, and is left out.
    let head-height = if head.len() == 0 { 0pt } else { measure(block(width: wide, all(..head.map(cell)))).height }
    let repeats = head.len() > 0 and head-height < high / 3
    let most = high - if repeats { head-height } else { 0pt }
    let height(c) = measure(block(width: room(c), body(c))).height + ${2 * CELL_AIR}pt
    // As in Word a row stays on one page. Not so one that no page holds, which would run off the paper, nor where more
    // stands in a cell over several rows than the first of them holds: what finds no room in whole rows is left out.
    let broken = b.cells.filter(c => c.mayBeTall and c.rowspan == 1 and height(c) > most).map(c => c.y)
    for c in b.cells.filter(c => c.rowspan > 1) {
      let beside = b.cells.filter(other => other.y == c.y and other.rowspan == 1).map(height)
      if height(c) > calc.max(0pt, ..beside) { broken += range(c.y, c.y + c.rowspan) }
    }
    let set-row(c) = cell(c, whole: c.y not in broken)
    all(..if repeats { (table.header(..head.map(cell)),) } else { head.map(set-row) }, ..rest.map(set-row))
  })
}

#let inner(blocks, room, words: long, indent: 2 * char, unit: char, full: true) = fitted(room, words, for b in blocks {
  if b.kind == "line" { barred(b, par(spoken(b, room: room, full: full))) } else {
    list-block(b, room, inner.with(words: words, unit: unit, full: full), indent: indent, unit: unit)
  }
})

#let one(b) = if b.kind == "line" { line-block(b) } else if b.kind == "quotation" {
  quote(block: true, inner(b.blocks, wide - 4 * char))
} else if b.kind == "list" { list-block(b, wide, inner) } else { table-block(b, inner) }
`;
