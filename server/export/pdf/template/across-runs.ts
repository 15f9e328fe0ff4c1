/**
 * Typst: a stretch without a place to break that goes on over several runs, as where part of it is bold or proposed.
 * What long-words.ts does within a run is done to the runs here: they are parted where a line may break.
 */
export const ACROSS_RUNS = `
// What is set of each: a break or a cue ends a stretch.
#let set-of(r) = if r.at("breaks", default: false) or r.at("cue", default: none) != none { "\\n" } else { r.text }

// Where a line may break in a stretch, behind these bytes of the line.
#let cuts-in(m) = {
  let glued = m.text.matches(glue)
  if glued.len() > 0 { return glued.map(one => m.start + one.end) }
  let at = m.start
  let cuts = ()
  let letters = m.text.clusters()
  for some in letters.chunks(step(letters.len())) {
    at += some.join().len()
    if at < m.end { cuts.push(at) }
  }
  cuts
}

// \`cuts\` in order. Each is looked at once: there may be as many as letters.
#let parted(all, cuts) = {
  let at = 0
  let next = 0
  for r in all {
    let size = set-of(r).len()
    let begin = 0
    while next < cuts.len() and cuts.at(next) <= at + size {
      let cut = cuts.at(next) - at
      next += 1
      // Two stretches may end at one place.
      if cut <= begin { continue }
      let part = (..r, text: r.text.slice(begin, cut), gap: true)
      // A comment's number stands behind all that it is about.
      if cut < size and "comments" in r { part.comments = () }
      (part,)
      begin = cut
    }
    if begin < size or size == 0 { ((..r, text: r.text.slice(begin), gap: false),) }
    at += size
  }
}

// Those of the stretches in which a run ends; \`ends\` in order.
#let torn-of(stretches, ends) = {
  let next = 0
  for m in stretches.sorted(key: m => m.start) {
    while next < ends.len() and ends.at(next) <= m.start { next += 1 }
    if next < ends.len() and ends.at(next) < m.end { (m,) }
  }
}

// \`draw\` sets runs, with a gap behind those that say so. Stressed letters are each by themselves.
#let across(all, room, em, draw) = {
  let is-torn = all.len() > 1 or all.any(r => r.at("stress", default: false))
  if not is-torn { return draw(all) }
  let words = all.map(set-of).join()
  let ends = ()
  let at = 0
  for r in all {
    let size = set-of(r).len()
    ends += if r.at("stress", default: false) { range(at + 1, at + size + 1) } else { (at + size,) }
    at += size
  }
  let long = suspect(room, em).map(pattern => words.matches(pattern)).flatten()
  let torn = torn-of(long, ends)
  if torn == none { draw(all) } else {
    context {
      let most = calc.min(15em.to-absolute(), room)
      draw(parted(all, torn.filter(m => measure(m.text).width > most).map(cuts-in).flatten().sorted()))
    }
  }
}
`;
