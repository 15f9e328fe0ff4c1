/** What is told of a file whose text alone goes into a place in another one. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { findingsAtPlace } from "@/core/findings-at-place";
import type { ImportedThread, ImportFinding } from "@/core/import";

const struck = { type: "deletion", attrs: { id: "s".repeat(20), person: "p".repeat(20), at: 1, of: null } };
const text = (...words: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: words }],
});
const plain = text({ type: "text", text: "要抓好落实。" });
const thread = (quote: string | null, comments: number): ImportedThread => ({
  ...{ id: "t".repeat(20), quote, resolved: null },
  comments: Array.from({ length: comments }, () => ({
    ...{ id: "c".repeat(20), author: "p".repeat(20), at: 1, body: "请写实" },
  })),
});
const finding = (kind: ImportFinding["kind"]): ImportFinding => ({ kind, count: 2, where: ["落实"] });

it("IM-53 comments are left out and suggestions taken as accepted, each with its number, comments with their words", () => {
  const document = text({ type: "text", text: "要抓好" }, { type: "text", text: "落实", marks: [struck] });
  const threads = [thread("落实", 2), thread(null, 1)];
  expect(findingsAtPlace({ document, threads, findings: [finding("picture")], versions: 0 })).toEqual([
    { kind: "suggestion", count: 1, where: [] },
    { kind: "comment", count: 3, where: ["落实"] },
    finding("picture"),
  ]);
});

it("IM-53 nothing is told of notes that became comments, nor of moves to be decided; versions stay out", () => {
  const findings = (["footnote", "endnote", "long-comment", "move", "link"] as const).map(finding);
  const threads = [thread("落实", 1)];
  expect(findingsAtPlace({ document: plain, threads, findings, versions: 3 })).toEqual([
    { kind: "comment", count: 1, where: ["落实"] },
    { kind: "version", count: 3, where: [] },
    finding("link"),
  ]);
});

it("IM-53 of a text without any of these nothing is told", () => {
  expect(findingsAtPlace({ document: plain, threads: [], findings: [], versions: 0 })).toEqual([]);
});
