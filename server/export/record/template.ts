/**
 * The record's sheet as one Typst source, A4 upright: a heading, a table whose head comes again on each page,
 * and the last entry's whole hash. All words are strings of the JSON data; Typst evaluates none of them.
 */
import { BEHIND } from "../pdf/faces";
import { LONG_WORDS } from "../pdf/template/long-words";

const SOURCE = `${LONG_WORDS}
#let d = json(bytes(sys.inputs.at("model")))
#let song = (d.faces.latin.family, d.faces.song.family, ${BEHIND})
#let hei = (d.faces.latin.family, d.faces.hei.family, ${BEHIND})
#set document(title: d.sheet.title + " " + d.sheet.subtitle, author: "合稿 Lectern")
#set page(
  paper: "a4", margin: (x: 20mm, top: 22mm, bottom: 22mm),
  footer: context align(center, text(size: 9pt, [#counter(page).display() / #counter(page).final().first()])),
)
#set text(font: song, size: 10pt, lang: d.lang, cjk-latin-spacing: none)
#set par(leading: 0.65em, spacing: 0.65em)
#set table(stroke: 0.5pt + luma(140), inset: (x: 5pt, y: 5pt))
#show heading: it => text(font: hei, size: 16pt, weight: 400, it.body)

// What people typed, in the width that it finds there: it stays in its cell and on the paper.
#let kept(body) = layout(place => fitted(place.width, suspect(place.width, 10pt), body))

#heading(level: 1, d.sheet.title)
#v(2pt)
#kept[#text(size: 11pt, d.sheet.subtitle) #h(1em) #text(size: 10pt, weight: if d.sheet.isBroken { 700 } else { 400 }, d.sheet.state)]
#v(6pt)

#let small(words) = text(size: 9pt, fill: luma(70), words)
#let cell(row) = (
  [#row.number],
  row.time,
  kept(row.person),
  kept({
    row.what
    for line in row.note.split("\\n").filter(line => line != "") { linebreak(); small(line) }
    for hash in row.hashes { linebreak(); small(hash.shown) }
  }),
  text(size: 9pt, row.hash),
)
#table(
  // Room for six characters of a name: as wide as the longest one it would leave none for the words beside it.
  columns: (auto, auto, 26mm, 1fr, auto),
  align: (right, left, left, left, left),
  fill: (_, y) => if y == 0 { luma(238) },
  table.header(repeat: true, ..d.sheet.heads.map(head => text(font: hei, head))),
  ..d.sheet.rows.map(cell).flatten(),
)
#if d.sheet.foot != "" { v(6pt); text(size: 9pt, d.sheet.foot) }
#v(10pt)
#align(right, text(size: 9pt, d.made))
`;

export const RECORD_TEMPLATE = SOURCE.trimStart();
