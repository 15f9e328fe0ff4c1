/** What the reading process does with a file: the reader of its format, and a check of what that made. */
import { withEvenRows } from "@/core/document/even-rows";
import { withShallowLists } from "@/core/document/nesting";
import { isInlineName } from "@/core/document/node-names";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import {
  ImportError,
  type ImportedText,
  type ImportProblem,
  type ImportReader,
  reactionsIn,
} from "@/core/import";
import { type ImportFormat, importFormatOf, type TextEncoding } from "@/core/import-format";
import { LIMITS } from "@/core/limits";
import { nodeText } from "@/core/text/count";
import { declaredEncoding } from "./declared-encoding";
import { readDocx } from "./docx/read-docx";
import { readOdt } from "./odt/read-odt";
import { readHtmlFile } from "./read-html";
import { readMarkdown } from "./read-markdown";
import { readPlainText } from "./read-plain-text";
import { readSpeechFile } from "./read-speech-file";
import { findEncoding } from "./text-encoding";

export interface FileToRead {
  readonly bytes: Uint8Array;
  /** Its ending says the format. */
  readonly name: string;
  /** What somebody chose for a text file; null to find it. */
  readonly encoding: TextEncoding | null;
  /** By whose clock it tells times without a zone; the server's when left out. */
  readonly timeZone?: string | undefined;
}

export interface ReadFile {
  readonly format: ImportFormat;
  /** Null for formats that say it themselves. */
  readonly encoding: TextEncoding | null;
  readonly text: ImportedText;
}

export type ReadOutcome =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly problem: ImportProblem; readonly detail: string };

type Reader = (bytes: Uint8Array, encoding: TextEncoding) => ImportedText;

/** Formats that say their encoding themselves. */
const READERS: Readonly<Partial<Record<ImportFormat, ImportReader>>> = {
  docx: readDocx,
  odt: readOdt,
  json: readSpeechFile,
};

const TEXT_READERS: Readonly<Partial<Record<ImportFormat, Reader>>> = {
  txt: readPlainText,
  md: readMarkdown,
  html: readHtmlFile,
};

export function readFile(file: FileToRead): ReadOutcome {
  try {
    return { ok: true, file: read(file) };
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, problem: error.problem, detail: error.message };
    // The stack is full: markup nested without end; or the text is against the schema, which ProseMirror says
    // with words of it, and details are logged.
    if (error instanceof RangeError)
      return { ok: false, problem: "too-complex", detail: "nested without end" };
    throw error;
  }
}

function read({ bytes, name, encoding, timeZone }: FileToRead): ReadFile {
  if (bytes.length > LIMITS.importBytes) throw new ImportError("too-large", "the file");
  const format = importFormatOf(name);
  if (format === "old-word") throw new ImportError("old-word");
  if (format === null) throw new ImportError("unknown-format");
  const [reader, textReader] = [READERS[format], TEXT_READERS[format]];
  if (reader !== undefined) return checked({ format, encoding: null, text: reader(bytes, timeZone) });
  if (textReader === undefined) throw new ImportError("unknown-format");
  const declared = format === "html" ? declaredEncoding(bytes) : null;
  const found = encoding ?? findEncoding(bytes, declared);
  return checked({ format, encoding: found, text: textReader(bytes, found) });
}

function checked(file: ReadFile): ReadFile {
  requireText(file.text, file.format);
  const document = withEvenRows(withShallowLists(file.text.document));
  requireSize(document);
  return { ...file, text: { ...file.text, document } };
}

/** Throws for what no speech could hold: the server, on the thread of everybody who types, makes a text of the rest. */
function requireSize(document: DocumentNode): void {
  if (Buffer.byteLength(nodeText(document)) > LIMITS.documentBytes) {
    throw new ImportError("too-large", "the text");
  }
  if (blocksIn(document) > LIMITS.importedBlocks) throw new ImportError("too-large", "blocks");
}

const blocksIn = ({ content = [] }: DocumentNode): number =>
  content.reduce((sum, node) => sum + (isInlineName(node.type) ? 0 : 1 + blocksIn(node)), 0);

/** Throws for a text that couldn't be stored, rather than store a part of it. */
function requireText({ document, threads, authors, findings }: ImportedText, format: ImportFormat): void {
  documentSchema().nodeFromJSON(document).check();
  // Our own file of a speech that is blank so far says so.
  const isBlank = nodeText(document).trim() === "" && findings.length === 0 && format !== "json";
  if (isBlank) throw new ImportError("no-text");
  if (authors.length > LIMITS.importedAuthors) throw new ImportError("too-large", "people");
  if (threads.length > LIMITS.threadsPerSpeech) throw new ImportError("too-large", "threads");
  if (threads.some(({ comments }) => comments.length > LIMITS.commentsPerThread)) {
    throw new ImportError("too-large", "comments of a thread");
  }
  if (reactionsIn(threads) > LIMITS.importedReactions) throw new ImportError("too-large", "reactions");
}
