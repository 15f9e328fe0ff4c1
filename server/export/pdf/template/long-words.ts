/**
 * Typst: words without a place to break, as an address, a row of signs or words joined by non-breaking blanks, break
 * anywhere rather than run off the paper or into the next cell. What is put between has no width and leaves
 * nothing in the text that is copied out.
 */

/** Non-breaking blanks: in what is too wide for its place a line may break behind them after all. */
const GLUE = String.raw`\u{a0}\u{202f}`;
const SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ";
/** Chinese marks and small kana, of which rows hold together. */
const ROW = String.raw`[[[\u{2e80}-\u{30ff}\u{fe30}-\u{ffef}—…“”‘’]&&[\p{P}\p{S}\p{Lm}]]${SMALL_KANA}]`;
/** Among these Typst breaks by itself: Chinese, Hangul, Yi, full-width signs but ％ and ￥; Thai, Lao, Burmese and Khmer. */
const BROKEN = String.raw`\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{ff03}\u{ff06}-\u{ffdf}\u{ffe2}-\u{ffe4}\u{20000}-\u{3ffff}\u{0e00}-\u{0eff}\u{1000}-\u{109f}\u{1780}-\u{17ff}`;
/**
 * What holds together besides, letters of Arabic, Tibetan or Mongolian too. Behind a slash or a question mark Typst
 * breaks by itself, unless no letter follows.
 */
const UNBROKEN = String.raw`[[\p{L}\p{N}\p{P}\p{S}\p{Co}${GLUE}]--[${BROKEN}/?—…]]`;
const SLASH = "[/?][[!-~]--[A-Za-z]]";
/** Accents and the parts of an emoji: a stretch that ended before them would have them drawn apart. */
const MARKS = String.raw`\p{M}*(?:\u{200d}.\p{M}*)*`;
const STRETCH = String.raw`(?:(?:${UNBROKEN}|${SLASH}|\p{Han}[${GLUE}])${MARKS})`;

/** Typst takes JSON's escapes of strings. */
const regex = (pattern: string): string => `regex(${JSON.stringify(pattern)})`;
const atLeast = (count: number): string =>
  `(${regex(`${ROW}{${count},}`)}, ${regex(`${STRETCH}{${count},}`)})`;

export const LONG_WORDS = `
#let glue = ${regex(`[${GLUE}]`)}
// Made once: each takes as long as a page.
#let long = ${atLeast(12)}
#let middling = ${atLeast(6)}
#let any = ${atLeast(2)}
// Those that may be too wide. \`em\`: the size of the type, which is as wide as a character gets.
#let suspect(room, em) = if room > 12 * em { long } else if room > 6 * em { middling } else { any }
// Two, since a quotation mark keeps what is beside it.
#let gap = box() + box()
// Each place to break costs time, of which nobody's made-up text gets more than its share: nothing that is written
// has so many letters in a row.
#let step(letters) = if letters > 800 { 8 } else { 1 }
#let apart(room) = it => context {
  // What is longer than 15 characters would leave the line before it nearly empty where it goes to the next whole.
  let most = calc.min(15em.to-absolute(), room)
  let cut(words) = if measure(words).width <= most { words } else {
    let letters = words.clusters()
    letters.chunks(step(letters.len())).map(some => some.join()).join(gap)
  }
  let words = it.text
  if measure(words).width <= most { words } else {
    let from = 0
    for m in words.matches(glue) {
      cut(words.slice(from, m.start))
      m.text
      gap
      from = m.end
    }
    cut(words.slice(from))
  }
}

// \`room\`: the width of a line there; \`words\`: which ones are looked at.
#let fitted(room, words, body) = {
  show words.first(): apart(room)
  show words.last(): apart(room)
  body
}
`;
