/** What is known while the paragraphs of one .docx are read, one after the other. */
import type { FindingKind } from "@/core/import";
import type { Findings } from "../findings";
import type { XmlElement } from "../package/xml-elements";
import type { Authors } from "./authors";
import type { CommentThreads } from "./comments";
import { plainTextOf } from "./element-words";
import { Fields } from "./fields";
import type { ListFormats } from "./list-formats";
import type { Revision } from "./source";
import type { StyleSheet } from "./style-sheet";

export interface Note {
  /** Its words. */
  readonly body: string;
  readonly isPictured: boolean;
}

export class Reading {
  readonly styles: StyleSheet;
  readonly lists: ListFormats;
  readonly threads: CommentThreads;
  /** Footnotes and endnotes by their number in the file. */
  readonly notes: Readonly<Record<"footnote" | "endnote", ReadonlyMap<string, Note>>>;
  readonly found: (kind: FindingKind, where: string) => void;
  readonly findings: Findings;
  readonly fields = new Fields();
  /** Threads whose beginning was read and whose end wasn't. */
  readonly openThreads = new Set<string>();
  /** Threads that have words. */
  readonly placed = new Set<string>();
  /** Whether any text was read: a comment in front of all of it is about the whole text. */
  hasText = false;
  /** Of the text on the last section's pages, in twips; null when the file doesn't say it. */
  width: number | null = null;
  readonly #authors: Authors;
  #move: string | null = null;

  constructor(
    parts: Pick<Reading, "styles" | "lists" | "threads" | "notes" | "findings"> & {
      readonly authors: Authors;
    },
  ) {
    this.styles = parts.styles;
    this.lists = parts.lists;
    this.threads = parts.threads;
    this.notes = parts.notes;
    this.findings = parts.findings;
    this.found = parts.findings.add;
    this.#authors = parts.authors;
  }

  /** Whose change an element is that bears an author. */
  revision(element: XmlElement): Revision {
    return {
      person: this.#authors.keyOf(element.attributes["w:author"]),
      at: this.#authors.timeOf(element) ?? 0,
      move: element.name.startsWith("w:move") ? this.#move : null,
    };
  }

  /** Marks of comments and of what was moved stand between paragraphs as well as in them. True for such a mark. */
  readMark({ name, attributes }: XmlElement): boolean {
    const thread = this.threads.threadOf(attributes["w:id"] ?? "");
    switch (name) {
      case "w:commentRangeStart":
        if (thread !== null) this.openThreads.add(thread);
        return true;
      case "w:commentRangeEnd":
        if (thread !== null) this.openThreads.delete(thread);
        return true;
      case "w:moveFromRangeStart":
      case "w:moveToRangeStart":
        if (name === "w:moveFromRangeStart") this.found("move", "");
        this.#move = attributes["w:name"] ?? null;
        return true;
      case "w:moveFromRangeEnd":
      case "w:moveToRangeEnd":
        this.#move = null;
        return true;
      default:
        return false;
    }
  }

  /** One of those marks, or something unknown: what it says, or a document that it stands for, would be gone unsaid. */
  readOther(element: XmlElement): void {
    if (this.readMark(element)) return;
    const words = plainTextOf(element);
    if (words.trim() !== "") this.found("other", words);
    else if (element.name === "w:subDoc") this.findings.addBetween("other");
  }
}

/**
 * Of alternatives the first, which the newest Word would take, unless nothing in it can be read here
 * (ISO 29500-3, 7.6).
 */
export function alternative(element: XmlElement): readonly XmlElement[] {
  const choice = element.children.find(({ name }) => name === "mc:Choice");
  const fallback = element.children.find(({ name }) => name === "mc:Fallback");
  return (choice !== undefined && isReadable(choice) ? choice : (fallback ?? choice))?.children ?? [];
}

const READABLE = new Set([
  "w:t",
  "w:delText",
  "w:txbxContent",
  "w:p",
  "w:fldChar",
  "m:oMath",
  "w:drawing",
  "w:pict",
]);

const isReadable = (element: XmlElement): boolean =>
  element.children.some((child) => READABLE.has(child.name) || isReadable(child));
