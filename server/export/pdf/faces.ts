/** Which font each role of a preset is set in: the named one where it is at hand, else a free one. */
import type { PaperFonts } from "@/core/paper/paper-style";
import type { ReplacedFont } from "@/core/paper/replaced-font";
import type { Face, FontRole } from "./model";

/** What stands for a role, and the names that the same font goes by in its file. */
const FREE: Readonly<Record<FontRole, Face>> = {
  title: { family: "Noto Serif SC", weight: 700, hasBold: true },
  body: { family: "Noto Serif SC", weight: 400, hasBold: true },
  song: { family: "Noto Serif SC", weight: 400, hasBold: true },
  kai: { family: "LXGW WenKai", weight: 400, hasBold: false },
  hei: { family: "Noto Sans S Chinese", weight: 400, hasBold: true },
  latin: { family: "Tinos", weight: 400, hasBold: true },
};

/**
 * As Typst's list: what a role's own font lacks is looked for in these. Left to itself Typst takes one font that is
 * like the first one, and prints a box where that lacks the sign too.
 */
export const BEHIND = [FREE.body, FREE.hei, FREE.latin].map(({ family }) => `"${family}"`).join(", ");

/**
 * Typst: to be spread in front of a face in its list of fonts; `family` is what gives its name there. The free 楷 has
 * quotation marks of Latin width, so the body's stand in it, which are as wide as a character.
 */
export const wideQuotes = (family: string): string =>
  `(if ${family} == "${FREE.kai.family}" { ((name: "${FREE.body.family}", covers: regex("[“”‘’]")),) })`;

/** Font files name themselves in English; offices name them in Chinese. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
  方正小标宋_GBK: ["FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S"],
  仿宋_GB2312: ["FangSong_GB2312", "FangSong", "STFangsong"],
  仿宋: ["FangSong", "FangSong_GB2312", "STFangsong"],
  楷体_GB2312: ["KaiTi_GB2312", "KaiTi", "STKaiti"],
  楷体: ["KaiTi", "KaiTi_GB2312", "STKaiti"],
  黑体: ["SimHei", "STHeiti"],
  宋体: ["SimSun", "STSong"],
};

export interface Faces {
  readonly faces: Readonly<Record<FontRole, Face>>;
  /** Each named font once. */
  readonly replaced: readonly ReplacedFont[];
}

export const namesOf = (font: string): readonly string[] => [font, ...(OTHER_NAMES[font] ?? [])];

/** `isThere` asks whether a family is among the fonts of the machine, FONT_DIR or the program. */
export function facesFor(fonts: PaperFonts, isThere: (family: string) => boolean): Faces {
  const replaced = new Map<string, ReplacedFont>();
  const faceOf = (role: FontRole): Face => {
    const named = fonts[role];
    const own = namesOf(named).find(isThere);
    if (own !== undefined) return { family: own, weight: 400, hasBold: own === FREE[role].family };
    const free = FREE[role];
    replaced.set(named, { named, by: free.family });
    return free;
  };
  const faces = {
    title: faceOf("title"),
    body: faceOf("body"),
    song: faceOf("song"),
    kai: faceOf("kai"),
    hei: faceOf("hei"),
    latin: faceOf("latin"),
  };
  return { faces, replaced: [...replaced.values()] };
}
