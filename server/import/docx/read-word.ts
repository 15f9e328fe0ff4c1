/**
 * A Word document's parts as a speech: text and structure, comments as threads, revisions as suggestions. What a
 * speech has no place for is counted.
 */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import type { ImportedText } from "@/core/import";
import { titleOf } from "../classified-text";
import { createFindings, type Findings } from "../findings";
import { childrenOf, type XmlElement } from "../package/xml-elements";
import { Authors } from "./authors";
import { buildWholeBlocks } from "./build-blocks";
import { CommentThreads } from "./comments";
import type { PartRole } from "./docx-parts";
import { pictureWithin } from "./drawings";
import { ListFormats } from "./list-formats";
import { noteRenumbered } from "./note-renumbered";
import { NumberNotes } from "./number-notes";
import { withPageRests } from "./page-rests";
import { hasPicture, plainText } from "./plain-text";
import { quotesIn } from "./quotes";
import { readBlock } from "./read-blocks";
import { type Note, Reading } from "./reading";
import type { SourceBlock } from "./source";
import { StyleSheet } from "./style-sheet";
import { SuggestionIds } from "./suggestion-ids";
import { understandSpeech } from "./understand";
import { CommentPlaces } from "./unlinked-answers";
import { wholeLines } from "./whole-lines";

/** The parts that are read, wherever they come from. */
export interface WordParts {
  /** Visits the elements of w:body in their order. */
  readBody(visit: (element: XmlElement) => void): void;
  has(role: PartRole): boolean;
  /** The roots of all parts of this role. */
  all(role: PartRole): readonly XmlElement[];
  first(role: PartRole): XmlElement | undefined;
  /** Whether a program wrote it that knows answers to comments and doesn't say which they are. */
  readonly hidesAnswers: boolean;
}

/** `timeZone`: by whose clock times without a zone are; the server's when left out. Throws ImportError. */
export function readWord(parts: WordParts, timeZone?: string): ImportedText {
  const findings = createFindings();
  const found = findings.add;
  const authors = new Authors(timeZone);
  const [comments, extended] = [parts.first("comments"), parts.first("commentsExtended")];
  const answered = parts.hidesAnswers ? unlinkedAnswers(parts, comments, authors) : new Map<string, string>();
  const threads = new CommentThreads({ comments, extended, answered }, { authors, found });
  const styles = new StyleSheet(parts.first("styles"));
  const lists = new ListFormats(parts.first("numbering"), (style) => styles.listOf(style));
  const notes = {
    footnote: notesIn(parts.first("footnotes"), "w:footnote", found),
    endnote: notesIn(parts.first("endnotes"), "w:endnote", found),
  };
  const reading = new Reading({ styles, lists, threads, notes, findings, authors });
  const source: SourceBlock[] = [];
  parts.readBody((element) => {
    source.push(...readBlock(element, reading));
  });
  for (const _ of threads.unseenPictures) findings.add("picture");
  noteAround(parts, findings);
  const numbers = new NumberNotes(found);
  const { namesEverything, isAsWritten } = styles;
  const measure = reading.width === null ? null : { width: reading.width, spacing: styles.letterSpacing };
  const facts = { lists, found, numbers, namesEverything, isAsWritten, measure, ids: new SuggestionIds() };
  const understood = understandSpeech(withPageRests(source), facts);
  const whole = wholeLines(understood.blocks, found);
  noteRenumbered(whole, understood, { findings, numbers });
  const document = documentOf(buildWholeBlocks(whole, facts));
  return {
    document,
    numberingStyle: understood.numberingStyle,
    title: titleOf(document),
    threads: threads.list(quotesIn(document)),
    authors: authors.list(),
    findings: findings.list(),
  };
}

function unlinkedAnswers(
  parts: WordParts,
  comments: XmlElement | undefined,
  authors: Authors,
): ReadonlyMap<string, string> {
  if (childrenOf(comments, "w:comment").length < 2) return new Map();
  const places = new CommentPlaces();
  parts.readBody((element) => places.pass(element));
  return places.answered(comments, authors);
}

function documentOf(blocks: ReturnType<typeof buildWholeBlocks>): DocumentNode {
  const schema = documentSchema();
  const document = schema.node("doc", null, blocks.length === 0 ? [schema.node("paragraph")] : blocks);
  document.check();
  return document.toJSON();
}

/** Separators between text and notes are notes of a type of their own. */
function notesIn(
  root: XmlElement | undefined,
  name: string,
  found: Findings["add"],
): ReadonlyMap<string, Note> {
  const notes = childrenOf(root, name).filter(
    ({ attributes }) => (attributes["w:type"] ?? "normal") === "normal",
  );
  return new Map(
    notes.map((note) => [
      note.attributes["w:id"] ?? "",
      { body: plainText(note, found), isPictured: hasPicture(note) },
    ]),
  );
}

/** What isn't in the document itself. */
function noteAround(parts: WordParts, { add }: Findings): void {
  if (parts.has("vbaProject")) add("macro");
  for (const part of [...parts.all("header"), ...parts.all("footer")]) {
    const words = plainText(part);
    // Page numbers are the layout's.
    const hasWords = /[^\d\s\-–—―‐·.第页共/]/.test(words);
    const picture = pictureWithin(part);
    if (hasWords || picture !== null) add("header-footer", hasWords ? words : (picture ?? ""));
  }
}
