/**
 * Typst: faces, sizes and runs of text. Everything that people typed comes in as strings of the JSON data
 * and is shown as text; Typst evaluates none of it.
 */
export const TYPE = `
#let d = json(bytes(sys.inputs.at("model")))
#let p = d.paper
#let char = (p.bodySize + p.characterSpacing) * 1pt
#let pitch = p.linePitch * 1pt
#let palette = (rgb("#b3261e"), rgb("#1c5fa8"), rgb("#2e7d32"), rgb("#7b3fa0"), rgb("#a15c00"), rgb("#00707a"))
#let latin = (name: p.faces.latin.family, covers: "latin-in-cjk")

#let face(role) = {
  let own = p.faces.at(role)
  (font: (latin, own.family), weight: own.weight)
}

// A line takes exactly its pitch, whatever stands in it: the em box in the middle, as on the office's grid.
#let edges(size, height) = {
  let top = height / 2 + size * 0.38
  (top-edge: top, bottom-edge: top - height)
}

#let bolder(role, body) = if p.faces.at(role).hasBold {
  text(weight: 700, body)
} else {
  text(stroke: 0.3pt, body)
}

#let typed(r) = if r.breaks { linebreak() } else {
  // 楷体 stands for italics in Chinese; a slanted Han character is a fault of type.
  let role = if r.italic { "kai" } else { r.font }
  let body = text(..face(role), style: if r.italic { "italic" } else { "normal" }, r.text)
  if r.bold { bolder(role, body) } else { body }
}

#let marked(r) = {
  let body = typed(r)
  if r.inserted != none {
    let ink = palette.at(r.inserted)
    body = underline(text(fill: ink, body), stroke: 0.8pt + ink, offset: 3pt)
  }
  if r.deleted != none {
    let ink = palette.at(r.deleted)
    body = strike(text(fill: ink, body), stroke: 0.8pt + ink)
  }
  body
  for number in r.comments { anchor(number) }
}

#let runs(all) = for r in all { marked(r) }
`;
