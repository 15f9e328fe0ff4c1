import type { exports as zhExports } from "../zh-CN/exports";
import { counted } from "./counted";

export const exports: typeof zhExports = {
  title: "Export",
  open: "Export a file",
  format: "Format",
  formats: {
    docx: "Word",
    pdf: "PDF",
    txt: "Text",
    md: "Markdown",
    html: "HTML",
    json: "Lectern file",
  },
  formatHints: {
    txt: "The words of the clean copy with the numbers of headings, without a layout",
    md: "The words of the clean copy with Markdown’s headings, lists and tables",
    json: "The text with suggestions, comments, versions and settings in one file, to be imported again (JSON); without signatures, what leaders wanted, the record and who wrote which words",
    html: "The clean copy as one web page that opens and prints anywhere, also offline",
  },
  style: "Layout",
  presets: { gbt9704: "Official paper (GB/T 9704)", meeting: "Speech at a meeting" },
  presetHints: {
    gbt9704: "22 lines of 28 characters a page, page numbers on the outer side",
    meeting: "Lines 29 pt apart, page numbers in the middle",
  },
  content: "Content",
  contents: {
    clean: "Clean copy",
    marked: "With suggestions",
    comparison: "Comparison",
    reading: "Reading copy",
  },
  comparison: "Export comparison",
  nameEnd: (what) => ` (${what})`,
  contentHints: {
    clean: "As if every suggestion were accepted; the draft keeps them pending",
    marked:
      "Tracked changes in Word, with who and when, one in several places as several; underlined and struck in PDF, a colour each",
  },
  comments: "With comments",
  commentsHint: (threads) =>
    threads === 0
      ? "There are none now"
      : `${threads}, with replies and resolved ones, not with who resolved them`,
  fonts: {
    docx: "It uses the fonts of Chinese offices; a computer without them shows others in their place.",
    pdf: "Fonts are in the file. Free ones stand for those that the server lacks; the file’s properties say which.",
  },
  kind: "What to export",
  kinds: { speech: "The speech", reading: "Reading copy" },
  readingSize: "Size of type",
  points: (size) => `${size} pt`,
  readingHint:
    "Large type on one side, the lower third of each page blank. No sentence goes over a page, and the next page’s first words stand at the foot. Pauses, stress, applause and pinyin are printed here only.",
  readingRemembered: (speaker) => `The size is remembered for ${speaker}.`,
  readingNobody: "This speech names no speaker, so the size isn’t remembered.",
  undecided: (count) => `${counted(count, "suggestion")} pending: exported as if accepted.`,
  undecidedPrinted: (count) => `${counted(count, "suggestion")} pending: printed as if accepted.`,
  submit: "Export",
  made: (title) => `Exported “${title}”`,
  record: "Exports so far",
  recordEmpty: "Nobody has exported it yet.",
  recordFailed: "The record couldn’t be read.",
  blackAndWhite: "Black and white",
  blackAndWhiteHint:
    "Clear on a copy: added boxed, deleted struck, moved with double lines, formatting dotted.",
  watermark: "Watermark",
  watermarkHint: "Your name and the time, pale across every page",
  ownStyle: "the office’s own layout",
  withComments: "with comments",
  textHash: (hash) => `Hash of the text ${hash}`,
  recordBroken: (entry) =>
    `From entry ${entry} on the record doesn’t fit together; it may have been changed. Tell the administrator.`,
  openSeveral: "Export several",
  speeches: "Which speeches to export",
  chooseAll: (count) => `All (${count})`,
  chooseSome: "Choose the speeches to export",
  commentsOfEach: "Each speech’s comments, with replies and resolved ones, not with who resolved them",
  undecidedOfEach: "In each, pending suggestions are exported as if accepted.",
  zipName: "speeches.zip",
  eachOnRecord: "Each one goes on its own speech’s record.",
  madeSeveral: (count) => `${count} exported`,
  leftOut: (count) =>
    `${count} not exported: not open to you any more, or their suggestions aren’t shown to you.`,
  stages: { reading: "Reading the text", making: "Making the file", recording: "Putting it on the record" },
  waiting: (ahead) => `Waiting for ${counted(ahead, "file")} ahead`,
  part: (number, all) => `${number} of ${all}: `,
};
