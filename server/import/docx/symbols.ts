/**
 * Symbol fonts draw their signs over codes that mean something else, or nothing, in any other font. The usual
 * ones are characters of their own here.
 */
import { childOf, type XmlElement } from "../package/xml-elements";

/** `from`: the code of the first; a blank stands for one without a character that looks like it. */
interface Run {
  readonly from: number;
  readonly signs: string;
}

const run = (from: number, signs: string): Run => ({ from, signs });

/** By the font's name in small letters. */
const FONTS: Readonly<Record<string, readonly Run[]>> = {
  wingdings: [
    run(0x21, "✏✂✁"),
    run(0x28, "☎✆✉"),
    run(0x3f, "✍"),
    run(0x41, "✌"),
    run(0x45, "☜☞☝☟ ☺ ☹"),
    run(0x51, "✈☼"),
    run(0x6c, "●❍■□ ❑❒  ◆❖ ⌧"),
    run(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    run(0x9e, "·•"),
    run(0xa1, "○"),
    run(0xa4, "◉◎"),
    // The box that forms set beside 0xFE.
    run(0xa7, "▪☐ ✦★✶"),
    run(0xd8, "➢"),
    run(0xdf, "←→↑↓↖↗↙↘"),
    run(0xe8, "➔"),
    run(0xef, "⇦⇨⇧⇩"),
    run(0xfb, "✗✓☒☑"),
  ],
  "wingdings 2": [run(0x4f, "✗✓☒☑☒☒"), run(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), run(0x97, "●"), run(0xa2, "■□")],
  "wingdings 3": [run(0x66, "←→↑↓"), run(0x70, "▲▼"), run(0x74, "◀▶"), run(0x7d, "▶")],
  webdings: [run(0x61, "✓"), run(0x63, "□"), run(0x67, "■"), run(0x6e, "●"), run(0x72, "✗")],
  symbol: [
    run(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    run(0xa2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    run(0xd6, "√⋅¬∧∨⇔⇐⇑⇒⇓"),
  ],
};

/** Where Word keeps the codes of symbol fonts in Unicode. */
const PRIVATE = /[\ue000-\uf8ff]/;
const PRIVATE_ALL = /[\ue000-\uf8ff]/g;
const SYMBOLS_FROM = 0xf000;
const SYMBOLS_TO = 0xf0ff;
const UNKNOWN = "\ufffd";

export interface Signs {
  readonly text: string;
  /** Whether a sign in it isn't known. */
  readonly hasUnknown: boolean;
}

/** The fonts that a run's properties name. */
export const fontsOf = (properties: XmlElement | undefined): string[] =>
  Object.values(childOf(properties, "w:rFonts")?.attributes ?? {});

/** A w:sym: its code is in whatever part of Unicode the writer counts symbols. */
export function symbolOf({ attributes }: XmlElement): Signs {
  const font = attributes["w:font"] ?? "";
  const code = Number.parseInt(attributes["w:char"] ?? "", 16);
  const isSymbol = isSymbolFont(font) || (code >= SYMBOLS_FROM && code <= SYMBOLS_TO);
  if (isSymbol) return signs(lookUp(font, code));
  const isCharacter = code >= 0x20 && (code < 0xd800 || code >= 0xf900) && code <= 0xffff;
  return signs(isCharacter ? String.fromCharCode(code) : null);
}

/** Text of a run in these fonts. A private sign of a font that isn't known stays, for who has the font. */
export function readableSigns(text: string, fonts: readonly string[]): Signs {
  if (!PRIVATE.test(text)) return { text, hasUnknown: false };
  const font = fonts.find(isSymbolFont);
  let hasUnknown = false;
  const read = text.replace(PRIVATE_ALL, (sign) => {
    const known = font === undefined ? sign : lookUp(font, sign.charCodeAt(0));
    hasUnknown ||= known === null || known === sign;
    return known ?? UNKNOWN;
  });
  return { text: read, hasUnknown };
}

const signs = (sign: string | null): Signs => ({ text: sign ?? UNKNOWN, hasUnknown: sign === null });

const isSymbolFont = (font: string): boolean => Object.hasOwn(FONTS, font.trim().toLowerCase());

function lookUp(font: string, code: number): string | null {
  const low = code & 0xff;
  if (low === 0x20) return " ";
  for (const { from, signs } of FONTS[font.trim().toLowerCase()] ?? []) {
    const sign = low >= from ? signs.charAt(low - from) : "";
    if (sign.trim() !== "") return sign;
  }
  return null;
}
