/**
 * Font stacks: the system's fonts only, Chinese first. One line per system family: macOS, HarmonyOS,
 * free fonts on Linux (also UOS and Kylin), Windows.
 */

/** 黑体 for the interface. */
export const SANS = [
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"Source Han Sans SC"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"WenQuanYi Micro Hei"',
  "system-ui",
  "sans-serif",
].join(", ");

/** For an interface in English: in a Chinese font “ ” ‘ ’ are as wide as a character. */
export const LATIN_SANS = [
  "-apple-system",
  '"Segoe UI"',
  "Roboto",
  '"Helvetica Neue"',
  '"Liberation Sans"',
  "Arial",
  SANS,
].join(", ");

/** 宋体 for titles of pages and speeches. */
export const SERIF = [
  '"Songti SC"',
  '"Source Han Serif SC"',
  '"Noto Serif CJK SC"',
  '"Noto Serif SC"',
  '"FZXiaoBiaoSong-B05S"',
  "STZhongsong",
  "SimSun",
  "serif",
].join(", ");

/** For passwords that are read out: 0 and O, 1 and l must differ. */
export const MONO = ['"SF Mono"', "Menlo", "Consolas", '"Noto Sans Mono CJK SC"', "monospace"].join(", ");
