/**
 * What readers of files make of them, before anything is stored. A reader is pure: bytes in, this out.
 * It keeps whatever the document can hold and counts the rest as findings, so that a person sees what
 * was left out before taking the text over.
 */
import type { DocumentNode } from "./document/schema";
import type { Reaction } from "./review/thread";
import type { NumberingStyle, SpeechSummary } from "./speech";
import type { FileVersions } from "./speech-file-versions";

export interface ImportedText {
  /**
   * Fits the schema. Comment marks hold ids of `threads`; suggestions hold keys of `authors` as `person`
   * and 0 as `at` where the file gives no time.
   */
  readonly document: DocumentNode;
  readonly numberingStyle: NumberingStyle;
  /** What the speech may be called; null when the file doesn't say. At most LIMITS.titleCharacters. */
  readonly title: string | null;
  readonly threads: readonly ImportedThread[];
  readonly authors: readonly ImportedAuthor[];
  readonly findings: readonly ImportFinding[];
  /** Only our own files have them, with keys of `authors` for people and the ids of `threads` in the texts. */
  readonly settings?: ImportedSettings;
  readonly versions?: FileVersions;
}

/** What a speech's page says of it beside its title. */
export type ImportedSettings = Pick<SpeechSummary, "speaker" | "occasion" | "dueOn" | "charactersPerMinute">;

/** Comments on the marked words, or on the whole text when no mark names the thread. */
export interface ImportedThread {
  /** Shaped as core/id-form.ts says, made by the reader. */
  readonly id: string;
  /** The words it was made on; null for the whole text. */
  readonly quote: string | null;
  /** Only our own files have it: the suggestion that it is about. */
  readonly suggestion?: string | null;
  readonly resolved: { readonly by: string | null; readonly at: number | null } | null;
  /** The remark first, then the answers; never empty. */
  readonly comments: readonly ImportedComment[];
}

export interface ImportedComment {
  /** Shaped as core/id-form.ts says, made by the reader. */
  readonly id: string;
  /** Key of an author. */
  readonly author: string;
  /** Epoch milliseconds; null when the file gives none. */
  readonly at: number | null;
  readonly body: string;
  /** Only our own files have what follows. */
  readonly editedAt?: number | null;
  /** Its place in the thread stayed; the body is empty. */
  readonly deleted?: boolean;
  /** Keys of those who are mentioned. */
  readonly mentions?: readonly string[];
  readonly reactions?: readonly { readonly reaction: Reaction; readonly people: readonly string[] }[];
}

/** How often somebody reacted, in all of them together. */
export function reactionsIn(threads: readonly ImportedThread[]): number {
  const lists = threads.flatMap(({ comments }) => comments.flatMap(({ reactions = [] }) => reactions));
  return lists.reduce((sum, { people }) => sum + people.length, 0);
}

/** Somebody named in comments or revisions; matched to people of the office later, else an outside author. */
export interface ImportedAuthor {
  /** Shaped as core/id-form.ts says, so that suggestions under it fit the schema; made by the reader. */
  readonly key: string;
  /** As the file has it, at most LIMITS.nameCharacters; empty when it names nobody. */
  readonly name: string;
}

/**
 * What became something else, or nothing. Counted once per occurrence in the file.
 *
 * `changed`: its content is in the text in another form. `left-out`: it isn't.
 */
export const FINDING_KINDS = {
  /** Typed or automatic numbers that are derived here; counts those that read differently now, of one form the first. */
  renumbered: "changed",
  /** A level of heading deeper than four, or a list nested in what can't hold it. */
  "deep-heading": "changed",
  /** The note's words are a comment on the place of its mark. */
  footnote: "changed",
  endnote: "changed",
  /** A footnote of a file without comments: its words stand in brackets. */
  "note-in-text": "changed",
  /** A result that Word computed (date, reference, page number) is plain text now. */
  field: "changed",
  link: "changed",
  /** The words of a text box or shape stand as paragraphs after the one that it hung on. */
  "text-box": "changed",
  /** Merged or nested cells, or content of cells that only stands outside a table here. */
  "table-shape": "changed",
  /** Moved text is proposed as deleted there and inserted here. */
  move: "changed",
  /** A pronunciation above characters. */
  ruby: "changed",
  /** A tracked change that can't be a suggestion here (of tables, sections, fonts, web pages): it stands as accepted. */
  "other-revision": "changed",
  /** A comment longer than LIMITS.commentCharacters, cut into several of one thread. */
  "long-comment": "changed",
  /** Bytes that are no character in the encoding, shown as U+FFFD, or letters that a symbol font drew as signs. */
  "unknown-character": "changed",
  /** What a leader instructed, or was asked back, is a comment like any other. */
  directive: "changed",
  /** Where only the text is wanted: what is proposed in it counts as accepted. */
  suggestion: "changed",
  /** A tracked change that makes two items, or lines on both sides of a table, one: they stay apart. */
  "tracked-join": "left-out",
  picture: "left-out",
  equation: "left-out",
  chart: "left-out",
  /** Embedded files and OLE objects. */
  embedded: "left-out",
  macro: "left-out",
  "header-footer": "left-out",
  "table-of-contents": "left-out",
  /** Script, style, form and frame of a web page. */
  "active-content": "left-out",
  alignment: "left-out",
  /** Of a whole paragraph, or of a first line by far more than two characters. */
  indent: "left-out",
  /** Underline, colour, highlighting, font and size, strikethrough without tracking. */
  formatting: "left-out",
  /** Text that was marked as hidden. */
  "hidden-text": "left-out",
  /** Where only the text is wanted; words of notes are among them. */
  comment: "left-out",
  /** Of a speech's own file, where it doesn't become a speech. */
  version: "left-out",
  /** Of a speech's own file: its stage, signatures, record, who typed which letters, and what leaders wanted. */
  "office-work": "left-out",
  /** Anything else that the reader has no place for. */
  other: "left-out",
} as const satisfies Readonly<Record<string, "changed" | "left-out">>;

export type FindingKind = keyof typeof FINDING_KINDS;

export interface ImportFinding {
  readonly kind: FindingKind;
  readonly count: number;
  /** Of the first few; none where there is no text. */
  readonly where: readonly FindingPlace[];
}

/**
 * The words beside what was found, cut to FINDING_WORDS characters; of what had no words beside it the end of the line
 * above it, or the beginning of the one below.
 */
export type FindingPlace = string | { readonly after: string } | { readonly before: string };

/** How many places a finding names, and how many characters of each. */
export const FINDING_PLACES = 5;
export const FINDING_WORDS = 24;

/** Why a file can't be read. Nothing of it is stored. */
export const IMPORT_PROBLEMS = [
  /** Its ending is none that is read. */
  "unknown-format",
  /** What it holds isn't what its ending says. */
  "wrong-format",
  /** Cut off, wrong checksum, broken markup. */
  "damaged",
  /** Opens with a password only. */
  "encrypted",
  /** A .doc or .wps of the years before .docx. */
  "old-word",
  /** Entities, names that lead out of the package: written to attack whoever opens it. */
  "unsafe",
  /** The file, or what unpacks from it, is over a limit. */
  "too-large",
  /** Took longer or more memory than reading may. */
  "too-complex",
  /** There is no text in it. */
  "no-text",
  /** A speech's file by a newer version of the program. */
  "newer-version",
] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

/** What only the browser can tell of a file: it was written or taken away since it was chosen. */
export const CHANGED_FILE = "changed";

/** The only error that a reader throws. `detail` is for tests and never holds text of the file. */
export class ImportError extends Error {
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem, detail?: string) {
    super(detail ?? problem);
    this.name = "ImportError";
    this.problem = problem;
  }
}

/** Reads a whole file. Throws ImportError. Makes no request and keeps nothing. */
export type ImportReader = (bytes: Uint8Array, timeZone?: string) => ImportedText;
