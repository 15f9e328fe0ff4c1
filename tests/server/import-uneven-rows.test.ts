/** A speech's own file whose tables another hand changed. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { readFile } from "@/server/import/read-file";
import { seededRandom } from "../helpers/random";
import { randomSpeechFile } from "../helpers/random-speech-file";

const cell = (text: string): DocumentNode => ({
  type: "tableCell",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });

it("ED-82 rows of a table that a file brings are made as long as one another", () => {
  const table = { type: "table", content: [row(cell("甲"), cell("乙")), row(cell("丙"))] };
  const file = { ...randomSpeechFile(seededRandom(1)), document: { type: "doc", content: [table] } };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...file, threads: [] }));
  const outcome = readFile({ bytes, name: "a.json", encoding: null });
  if (!outcome.ok) throw new Error(outcome.detail);
  const rows = outcome.file.text.document.content?.[0]?.content ?? [];
  expect(rows.map(({ content = [] }) => content.length)).toEqual([2, 2]);
});
