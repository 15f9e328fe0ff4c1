/**
 * Typst: the reading copy. Pages are filled with whole sentences first, by measuring, and set then. All
 * text comes in as data (../pdf/template/type.ts says why).
 */
import { BEHIND, wideQuotes } from "../pdf/faces";
import { ACROSS_RUNS } from "../pdf/template/across-runs";
import { LONG_WORDS } from "../pdf/template/long-words";

const SOURCE = `${LONG_WORDS}${ACROSS_RUNS}
#let d = json(bytes(sys.inputs.at("model")))
// All but the text: see DATA in ../pdf/template/type.ts.
#let paper = { let all = d; let _ = all.remove("blocks"); all }
#let size = paper.bodySize * 1pt
#let pitch = paper.linePitch * 1pt
#let wide = (paper.page.width - paper.margins.left - paper.margins.right) * 1mm
#let high = (paper.page.height - paper.margins.top - paper.margins.bottom) * 1mm
#let latin = (name: paper.faces.latin.family, covers: "latin-in-cjk")
#let face(role, latin: latin) = (font: (latin, ..${wideQuotes("paper.faces.at(role).family")}, paper.faces.at(role).family, ${BEHIND}), weight: paper.faces.at(role).weight)
#let latin-of(words) = if words.contains(regex("\\p{Han}")) { (:) } else { (latin: paper.faces.latin.family) }
#let edges(size, height) = (top-edge: height / 2 + size * 0.38, bottom-edge: size * 0.38 - height / 2)
#let hint = rgb("#8a2b1d")

// Above the character, and as wide as it has to be: neighbouring readings must not run together.
#let above(reading, letter, drop) = context {
  let small = text(size: 0.46em, font: paper.faces.latin.family, weight: 400, top-edge: "cap-height", bottom-edge: "baseline", reading)
  let room = calc.max(measure(letter).width, measure(small).width + 0.08em.to-absolute())
  // What is placed makes a block of its own, which has no baseline: it stands so far under it.
  box(width: room, baseline: drop, {
    set par(first-line-indent: 0pt, justify: false)
    place(bottom + center, dy: -drop - 0.96em, small)
    align(center, par(letter))
  })
}
// A dash without length under the middle of the letter. In a box of its own it would part a number and let marks begin
// a line.
#let dotted(letter) = context underline(
  letter, stroke: (thickness: 0.12em, cap: "round", dash: (0.01em, 9em)), offset: 0.2em, evade: false,
  extent: 0.02em - measure(letter).width / 2,
)

#let spoken(r, drop) = if r.cue != none {
  // Boxed, so that a long pause stays one sign on one line.
  let sign = if r.cue == "applause" { text(size: 0.62em, ..face("kai"), fill: hint, paper.signs.at(r.cue)) } else {
    text(weight: 700, fill: hint, paper.signs.at(r.cue))
  }
  box(baseline: drop, { set par(first-line-indent: 0pt, justify: false); par(sign) })
} else {
  set text(..if r.latin { face(r.font, latin: paper.faces.latin.family) } else { face(r.font) })
  set text(..if paper.faces.at(r.font).hasBold { (weight: 700) } else { (stroke: 0.4pt) }) if r.bold
  let set-one(letter) = {
    let body = if r.stress and not letter.contains(regex("[\\p{P}\\s]")) { dotted(letter) } else { letter }
    if r.reading == none { body } else { above(r.reading, body, drop) }
  }
  if r.stress or r.reading != none { for letter in r.text.clusters() { set-one(letter) } } else {
    let parts = r.text.split("\\n")
    for (index, part) in parts.enumerate() { if index > 0 { linebreak() } + part }
  }
}

// Marks behind a box would begin the next line: they stand in one with it.
#let closing = regex("^[\\p{Pe}\\p{Pf}：；，。、！？…—％%‰]+")
#let spoken-all(runs, drop) = {
  let taken = 0
  for (index, r) in runs.enumerate() {
    let r = (..r, text: r.text.slice(taken))
    taken = 0
    let next = runs.at(index + 1, default: r)
    let is-boxed = r.cue != none or r.reading != none
    let marks = if is-boxed and next.cue == none and next.reading == none { next.text.match(closing) }
    if marks == none { spoken(r, drop) + if r.at("gap", default: false) { gap } } else {
      taken = marks.end
      let letters = r.text.clusters()
      for letter in letters.slice(0, calc.max(0, letters.len() - 1)) { spoken((..r, text: letter), drop) }
      let last = spoken((..r, text: letters.at(-1, default: "")), drop)
      box(baseline: drop, {
        set par(first-line-indent: 0pt, justify: false)
        // Nothing behind it, a mark would give up the half of its width that is blank.
        par(last + spoken((..next, text: marks.text), drop) + box())
      })
    }
  }
}

#let piece(b, from, to) = {
  let drop = if b.look == "title" { paper.titleSize * 0.37pt } else { pitch / 2 - size * 0.38 }
  let runs = b.sentences.slice(from, to).map(s => s.runs).flatten()
  let body = across(runs, wide - 2 * size, size, parts => spoken-all(parts, drop))
  if b.look == "title" {
    let large = paper.titleSize * 1pt
    set text(size: large, ..edges(large, large * 1.5))
    set par(first-line-indent: 0pt, justify: false)
    align(center, par(if from == 0 { heading(level: 1, text(size: large, body)) } else { body }))
  } else if b.look == "centred" {
    set par(first-line-indent: 0pt, justify: false)
    align(center, par(body))
  } else {
    set par(first-line-indent: if from > 0 or b.look == "flush" { 0pt } else { (amount: 2em, all: true) })
    par(if b.look == "heading" and b.leads { heading(level: b.level + 1, text(size: size, body)) } else { body })
  }
}

// In the middle of the text, whose blank third stays blank, and paler than in a handout: the eye must not stop at it.
#let watermark() = if paper.watermark != none {
  place(center + horizon, dy: (paper.margins.top - paper.margins.bottom) * 0.5mm, rotate(-45deg, {
    set text(..face("hei"), size: paper.watermark.size * 1pt, fill: luma(232))
    paper.watermark.text
  }))
}

#set document(title: paper.title, author: "合稿 Lectern", description: paper.description)
#set page(
  width: paper.page.width * 1mm, height: paper.page.height * 1mm,
  margin: (top: paper.margins.top * 1mm, bottom: paper.margins.bottom * 1mm, left: paper.margins.left * 1mm, right: paper.margins.right * 1mm),
  footer-descent: 0pt,
  background: watermark(),
  footer: context {
    set text(size: 14pt, top-edge: "cap-height", bottom-edge: "baseline")
    set par(first-line-indent: 0pt)
    place(top + center, dy: (paper.margins.bottom - 15) * 1mm, [#counter(page).get().first() / #counter(page).final().first()])
  },
)
#set text(
  size: size, lang: "zh", region: "cn", ..face("body"), ..edges(size, pitch), cjk-latin-spacing: none,
  costs: (widow: 0%, orphan: 0%, runt: 0%),
)
#set par(justify: true, leading: 0pt, spacing: 0pt)
#set block(spacing: 0pt)
#show heading: it => it.body
#show: fitted.with(wide - 2 * size, long)

// Pages of pieces (block, from, to): whole sentences, headings with the beginning of what follows them.
#let paginate() = {
  // Sentences and parts that are looked at in one go: all the rest of a long paragraph, measured for each page, would
  // take minutes.
  let step = 32
  // Behind the sentence that the part before \`to\` belongs to, or so many parts that no page holds them.
  let sentence-end(b, to) = {
    let end = to
    while end - to < 2 * step and b.sentences.at(end - 1).goesOn { end += 1 }
    end
  }
  // In front of it, or \`from\`.
  let sentence-begin(b, from, to) = {
    let begin = to - 1
    while begin > from and b.sentences.at(begin - 1).goesOn { begin -= 1 }
    begin
  }
  // A lead sentence alone at a page's foot looks like a heading without its text.
  let least(b) = if b.look == "heading" and not b.leads {
    calc.min(sentence-end(b, 1) + 1, b.sentences.len())
  } else { 1 }
  let tall(at, from, to) = measure(block(width: wide, piece(d.blocks.at(at), from, to))).height
  let beginning(at) = {
    let sum = 0pt
    let index = at
    while index < d.blocks.len() and d.blocks.at(index).leads {
      sum += tall(index, 0, d.blocks.at(index).sentences.len())
      index += 1
    }
    if index == d.blocks.len() { return sum }
    let b = d.blocks.at(index)
    let whole = tall(index, 0, sentence-end(b, least(b)))
    // Longer than a page all by itself: its first part stands with what leads.
    let all = sum + if whole <= high { whole } else { tall(index, 0, least(b)) }
    // Not even on a page of their own all of it: then the lines that lead stand together.
    if all > high { sum } else { all }
  }
  let pages = ()
  let page = ()
  let used = 0pt
  for (at, b) in d.blocks.enumerate() {
    let count = b.sentences.len()
    // A title's own place was found for the lines under it too: asked anew they might leave it alone.
    let is-under-title = b.look in ("title", "centred", "flush") and page.len() > 0 and page.last().block == at - 1 and d.blocks.at(at - 1).look in ("title", "centred")
    if b.leads and used > 0pt and not is-under-title and beginning(at) > high - used and beginning(at) <= high {
      pages.push(page)
      page = ()
      used = 0pt
    }
    let from = 0
    while from < count {
      let room = high - used
      let to = calc.min(count, from + step)
      let taken = tall(at, from, to)
      while taken <= room and to < count {
        to = calc.min(count, to + step)
        taken = tall(at, from, to)
      }
      if taken <= room {
        page.push((block: at, from: from, to: count))
        used += taken
        from = count
      } else {
        let fits = from
        // Between what fits and what doesn't.
        while to - fits > 1 {
          let middle = calc.quo(fits + to, 2)
          if tall(at, from, middle) <= room { fits = middle } else { to = middle }
        }
        if fits > from and b.sentences.at(fits - 1).goesOn {
          // No page ends within a sentence that the next one holds.
          let begin = sentence-begin(b, from, fits)
          if from == 0 and begin < least(b) { begin = 0 }
          if (begin > from or used > 0pt) and tall(at, begin, sentence-end(b, fits)) <= high { fits = begin }
        }
        if from == 0 and fits < least(b) and used > 0pt { fits = from }
        // Longer than a page all by itself: it has to go on.
        if fits == from and used == 0pt { fits = from + 1 }
        if fits > from { page.push((block: at, from: from, to: fits)) }
        from = fits
        pages.push(page)
        page = ()
        used = 0pt
      }
    }
  }
  if page.len() > 0 { pages.push(page) }
  pages
}

#context {
  let pages = paginate()
  [#metadata(pages)<pages>]
  for (index, page) in pages.enumerate() {
    if index > 0 { pagebreak() }
    for p in page { piece(d.blocks.at(p.block), p.from, p.to) }
    let next = pages.at(index + 1, default: ()).at(0, default: none)
    if next != none {
      let foot = d.blocks.at(next.block).sentences.at(next.from).foot
      place(bottom + right, dy: 11mm, text(size: calc.min(size, 16pt), ..face("kai", ..latin-of(foot)), top-edge: "cap-height", bottom-edge: "baseline", foot))
    }
  }
}
`;

export const READING_TEMPLATE = SOURCE.trimStart();
