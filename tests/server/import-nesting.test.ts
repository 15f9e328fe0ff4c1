/** Files with lists deeper in one another than a text may have them. */
import { expect, it } from "vitest";
import { deepestNesting } from "@/core/document/nesting";
import type { DocumentNode } from "@/core/document/schema";
import { LIMITS } from "@/core/limits";
import type { SpeechFile } from "@/core/speech-file";
import { nodeText } from "@/core/text/count";
import { type FileToRead, readFile } from "@/server/import/read-file";
import { updateFromDocument } from "@/server/sync/seed";
import { odtFile } from "../helpers/odt-file";
import { returnedDraft } from "../helpers/returned-draft";

const LISTS = 40;
const WORDS = Array.from({ length: LISTS }, (_, at) => `第${at + 1}层`);

const utf8 = (text: string) => new TextEncoder().encode(text);
const outcomeOf = (bytes: Uint8Array, name: string) =>
  readFile({ bytes, name, encoding: null } satisfies FileToRead);
const around = (start: string, end: string) =>
  WORDS.reduceRight((inner, words) => `${start.replace("?", words)}${inner}${end}`, "");

it.each([
  ["a.html", utf8(around("<ul><li>?", "</li></ul>"))],
  ["a.md", utf8(WORDS.map((words, at) => `${"  ".repeat(at)}- ${words}`).join("\n"))],
  ["a.txt", utf8(WORDS.map((words, at) => `${"  ".repeat(at)}• ${words}`).join("\n"))],
  [
    "a.odt",
    odtFile({
      body: around("<text:list><text:list-item><text:p>?</text:p>", "</text:list-item></text:list>"),
    }),
  ],
])("IM-153 the deepest items of %s come in one after the other", (name, bytes) => {
  const outcome = outcomeOf(bytes, name);
  if (!outcome.ok) throw new Error(outcome.detail);
  const { document } = outcome.file.text;
  expect(deepestNesting(document)).toBeLessThanOrEqual(LIMITS.nestedBlocks);
  expect(nodeText(document).match(/第\d+层/g)).toEqual(WORDS);
  expect(() => updateFromDocument(document)).not.toThrow();
});

const nested = (lists: number): DocumentNode =>
  Array.from({ length: lists }).reduce<DocumentNode>(
    (inner) => ({ type: "bulletList", content: [item(inner)] }),
    { type: "paragraph", content: [{ type: "text", text: "里" }] },
  );
const item = (inner: DocumentNode): DocumentNode => ({
  type: "listItem",
  content: inner.type === "paragraph" ? [inner] : [{ type: "paragraph" }, inner],
});
const doc = (block: DocumentNode): DocumentNode => ({ type: "doc", content: [block] });

/** A speech's own file, the text of which, or of its only version, is this. */
const own = (changes: Partial<SpeechFile>) =>
  utf8(JSON.stringify({ ...returnedDraft(), threads: [], ...changes }));

it("IM-153 a speech's own file is refused with such a text, and read with the deepest that a text may have", () => {
  const most = (LIMITS.nestedBlocks - 2) / 2;
  expect(outcomeOf(own({ document: doc(nested(most)) }), "a.json")).toMatchObject({ ok: true });
  const deeper = outcomeOf(own({ document: doc(nested(most + 1)) }), "a.json");
  expect(deeper).toMatchObject({ ok: false, problem: "too-complex" });
});

it("IM-153 a speech's own file is refused with such a version", () => {
  const most = (LIMITS.nestedBlocks - 2) / 2;
  const withVersion = (lists: number) => own({ versions: { blocks: [nested(lists)], list: [] } });
  expect(outcomeOf(withVersion(most), "a.json")).toMatchObject({ ok: true });
  expect(outcomeOf(withVersion(most + 1), "a.json")).toMatchObject({ ok: false, problem: "too-complex" });
});
