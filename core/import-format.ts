/** The files that are read, by their endings. */

export const IMPORT_FORMATS = ["docx", "odt", "txt", "md", "html", "json"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  docx: "docx",
  // A .docx with macros, which aren't read.
  docm: "docx",
  odt: "odt",
  txt: "txt",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
  json: "json",
};

/** Word's and WPS's binary files of the years before .docx. */
const OLD_WORD: ReadonlySet<string> = new Set(["doc", "dot", "wps", "wpt"]);

/** For a file picker. */
export const IMPORT_ENDINGS: readonly string[] = Object.keys(ENDINGS).map((ending) => `.${ending}`);

/** Whether files of this name are text in one of several encodings. */
export function hasEncoding(fileName: string): boolean {
  const format = importFormatOf(fileName);
  return format === "txt" || format === "md" || format === "html";
}

/** What a file of this name is read as; the name may be a whole path. */
export function importFormatOf(fileName: string): ImportFormat | "old-word" | null {
  const ending = /\.([^./\\]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
  if (OLD_WORD.has(ending)) return "old-word";
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}

/** A file's name without folders and ending: what a speech is called when the text has no title. */
export function nameWithoutEnding(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? "";
  return name.replace(/\.[^.]+$/, "").trim();
}

/** The encodings of text files that are told apart, by the names that TextDecoder knows. */
export const TEXT_ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
