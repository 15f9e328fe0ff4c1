/** Word files that others made, beside what pandoc reads from them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { FINDING_PLACES, type ImportedText } from "@/core/import";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { readDocx } from "@/server/import/docx/read-docx";
import { nativeLines } from "../helpers/pandoc-native";
import { NO_REAL_DATA, realData } from "../helpers/real-data";

const folder = realData("docx");
const read = (name: string): ImportedText => readDocx(readFileSync(path.join(folder.path, name)));

/** Lines without what isn't told apart here: kinds of spaces, and how many. */
const words = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/[\s\u00a0]+/g, " ").trim()).filter((line) => line !== "");

function linesOf(doc: Node): string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textBetween(0, node.content.size, undefined, "\n"));
    return !node.isTextblock;
  });
  return words(lines);
}

/**
 * Where pandoc goes its own way: it puts a space between two paragraphs that become one, and a sign
 * between the paragraphs of a comment; and it keeps a table of contents, which is derived here.
 */
const PANDOCS_OWN: readonly (readonly [string, string])[] = [
  ["split Paragraph.", "splitParagraph."],
  ["multiple paragraphs. ¶ See?", "multiple paragraphs. See?"],
];
const CONTENTS = ["FIGURES iv", "TABLES v", "SECTION 1 Introduction 2"];

function asHere(lines: readonly string[]): string[] {
  const kept = words(lines).filter((line) => !CONTENTS.includes(line));
  return kept.map((line) => PANDOCS_OWN.reduce((text, [theirs, ours]) => text.replace(theirs, ours), line));
}

/** File, what pandoc reads from it, and what becomes of its revisions. */
const COMPARED = [
  ["headings--pd-headers.docx", "headers", "accept"],
  ["odd--pd-alternate_document_path.docx", "alternate_document_path", "accept"],
  ["comments--pd-comments.docx", "comments", "accept"],
  ["comments--pd-comments.docx", "comments_no_comments", "accept"],
  ["numbering--pd-enumerated_headings.docx", "enumerated_headings", "accept"],
  ["images--pd-image_vml.docx", "image_vml", "accept"],
  ["footnotes--pd-link_in_notes.docx", "link_in_notes", "accept"],
  ["numbering--pd-lists_level_override.docx", "lists_level_override", "accept"],
  ["numbering--pd-lists_restarting.docx", "lists_restarting", "accept"],
  ["odd--pd-nested_instrText.docx", "nested_instrText", "accept"],
  ["odd--pd-nested_sdt.docx", "nested_sdt", "accept"],
  ["footnotes--pd-notes.docx", "notes", "accept"],
  ["headings--pd-numbered_header.docx", "numbered_header", "accept"],
  ["odd--pd-special_punctuation.docx", "special_punctuation", "accept"],
  ["tables--pd-table_header_rowspan.docx", "table_header_rowspan", "accept"],
  ["tables--pd-table_with_list_cell.docx", "table_with_list_cell", "accept"],
  ["odd--pd-unicode.docx", "unicode", "accept"],
  ["headings--pd-0_level_headers.docx", "0_level_headers", "accept"],
  ["tracked-changes--pd-paragraph_insertion_deletion.docx", "paragraph_insertion_deletion_accept", "accept"],
  ["tracked-changes--pd-paragraph_insertion_deletion.docx", "paragraph_insertion_deletion_reject", "reject"],
  ["tracked-changes--pd-track_changes_deletion.docx", "track_changes_deletion_accept", "accept"],
  ["tracked-changes--pd-track_changes_deletion.docx", "track_changes_deletion_reject", "reject"],
  ["tracked-changes--pd-track_changes_insertion.docx", "track_changes_insertion_accept", "accept"],
  ["tracked-changes--pd-track_changes_insertion.docx", "track_changes_insertion_reject", "reject"],
  ["tracked-changes--pd-track_changes_move.docx", "track_changes_move_accept", "accept"],
  ["tracked-changes--pd-track_changes_move.docx", "track_changes_move_reject", "reject"],
] as const;

/** File, and what pandoc reads from it when it keeps revisions and comments as such. */
const REVISED = [
  ["tracked-changes--pd-paragraph_insertion_deletion.docx", "paragraph_insertion_deletion_all"],
  ["tracked-changes--pd-track_changes_deletion.docx", "track_changes_deletion_all"],
  ["tracked-changes--pd-track_changes_insertion.docx", "track_changes_insertion_all"],
  // A move is taken away there and put in here, to pandoc as well.
  ["tracked-changes--pd-track_changes_move.docx", "track_changes_move_all"],
  ["tracked-changes--pd-track_changes_scrubbed_metadata.docx", "track_changes_scrubbed_metadata"],
] as const;
/** The Word file that it was read from isn't among the real inputs. */
const WITHOUT_FILE = ["image_vml_as_object"];

const expectations = path.join(folder.path, "expected-pandoc-native");
const native = (name: string) => nativeLines(readFileSync(path.join(expectations, `${name}.native`), "utf8"));
/** The clock on the wall, as Word shows it. */
const local = (date: string) => new Date(date.replace("Z", "")).getTime();

describe("real Word files", () => {
  it("IM-13 all of them are read, and what comes out fits the schema", (context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const names = readdirSync(folder.path).filter((name) => /\.doc[xm]$/.test(name));
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) documentSchema().nodeFromJSON(read(name).document).check();
  });

  it("IM-154 each picture, object, box, field and formula in them has a place, if there is any text", (context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const placed = /^(?:picture|chart|embedded|text-box|equation|field)$/;
    let told = 0;
    for (const name of readdirSync(folder.path).filter((file) => /\.doc[xm]$/.test(file))) {
      const { document, findings } = read(name);
      if (documentSchema().nodeFromJSON(document).textContent.trim() === "") continue;
      for (const { kind, count, where } of findings.filter((finding) => placed.test(finding.kind))) {
        expect(where, `${name}: ${kind}`).toHaveLength(Math.min(count, FINDING_PLACES));
        told += count;
      }
    }
    expect(told).toBeGreaterThan(10);
  });

  it.for(COMPARED)("IM-13 %s says what pandoc reads: %s", ([file, expected, decision], context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const text = read(file);
    const doc = documentSchema().nodeFromJSON(text.document);
    const { lines, comments, notes } = native(expected);
    expect(linesOf((decision === "accept" ? acceptAll : rejectAll)(doc))).toEqual(asHere(lines));
    const bodies = text.threads.flatMap((thread) => thread.comments.map(({ body }) => body));
    if (comments.length > 0) expect(words(bodies)).toEqual(asHere(comments.map(({ body }) => body)));
    if (notes.length > 0) expect(words(bodies)).toEqual(words(notes));
  });

  it("IM-13 each of pandoc's readings is compared, but for one whose Word file isn't there", (context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const compared = [...COMPARED, ...REVISED].map(([, expected]) => `${expected}.native`);
    const without = WITHOUT_FILE.map((name) => `${name}.native`);
    expect([...compared, ...without].sort()).toEqual(readdirSync(expectations).sort());
    const files = readdirSync(folder.path);
    expect(files.filter((file) => WITHOUT_FILE.some((name) => file.includes(name)))).toEqual([]);
  });

  it.for(REVISED)(
    "IM-13 %s has the revisions that pandoc reads, each by its author and time: %s",
    ([file, expected], context) => {
      if (folder.missing) context.skip(NO_REAL_DATA);
      const { document, authors, threads } = read(file);
      const nameOf = (key: string) => authors.find((author) => author.key === key)?.name ?? key;
      const { revisions, comments } = native(expected);
      const found = listSuggestions(documentSchema().nodeFromJSON(document)).flatMap((suggestion) => {
        const { person, at, deletedText: deleted, insertedText: inserted } = suggestion;
        // What is put in for words that go is two revisions in Word.
        const parts = [
          { deleted, inserted: "" },
          { deleted: "", inserted },
        ];
        return parts.flatMap((part) =>
          part.deleted === part.inserted ? [] : { author: nameOf(person), at, ...part },
        );
      });
      expect(revisions.length).toBeGreaterThan(0);
      expect(found).toEqual(
        // Without a time it is that of the epoch.
        revisions.map(({ date, ...revision }) => ({ ...revision, at: date === "" ? 0 : local(date) })),
      );
      const said = threads.flatMap((thread) =>
        thread.comments.map(({ author, body }) => [nameOf(author), body]),
      );
      expect(said).toEqual(comments.map(({ author, body }) => [author, body]));
    },
  );

  it("IM-13 scrubbed authors and times leave revisions and comments", (context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const text = read("tracked-changes--pd-track_changes_scrubbed_metadata.docx");
    const doc = documentSchema().nodeFromJSON(text.document);
    expect(linesOf(acceptAll(doc))).toEqual(["Here is a test document."]);
    expect(linesOf(rejectAll(doc))).toEqual(["Here is a dummy document."]);
    expect(text.authors.map(({ name }) => name)).toEqual(["Author"]);
    expect(
      text.threads.map(({ quote, comments }) => [quote, comments.map(({ at, body }) => [at, body])]),
    ).toEqual([["document", [[null, "With a comment!"]]]]);
  });

  it("IM-13 authors and times are the file's", (context) => {
    if (folder.missing) context.skip(NO_REAL_DATA);
    const text = read("comments--pd-comments.docx");
    const { comments } = native("comments");
    const found = text.threads.flatMap((thread) =>
      thread.comments.map(({ author, at }) => [text.authors.find(({ key }) => key === author)?.name, at]),
    );
    expect(text.threads.map((thread) => thread.comments.length)).toEqual([1, 1, 1, 2]);
    expect(found).toEqual(comments.map(({ author, date }) => [author, local(date)]));
  });
});
