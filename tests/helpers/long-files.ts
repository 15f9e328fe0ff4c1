/** Honest files as long as they come: drafts of many pages, and a speech with years of versions. */
import type { DocumentNode } from "@/core/document/schema";
import type { SpeechFile } from "@/core/speech-file";
import { r } from "./word-file";

/** GB/T 9704: 22 lines of 28 characters. */
const PAGE_CHARACTERS = 22 * 28;
const PARAGRAPH_CHARACTERS = 154;
const WORDS = "我们要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动各项工作落到实处。";
const RUN = /.{1,10}/g;
const LOOKS = '<w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>';
const BLOCKS = 200;
const CHANGED = 10;

const paragraph = (number: number) =>
  `第${number}段，${WORDS.repeat(PARAGRAPH_CHARACTERS / WORDS.length + 1)}`.slice(0, PARAGRAPH_CHARACTERS);

/** Its paragraphs; each again as runs of ten characters, as Word leaves a text that was much worked on; and as a web page. */
export function longDraft(pages: number): {
  readonly lines: readonly string[];
  readonly runs: readonly string[];
  readonly page: string;
} {
  const count = Math.ceil((pages * PAGE_CHARACTERS) / PARAGRAPH_CHARACTERS);
  const lines = Array.from({ length: count }, (_, index) => paragraph(index));
  const runs = lines.map((line) => (line.match(RUN) ?? []).map((part) => r(part, LOOKS)).join(""));
  const spans = lines.map((line) => `<p style="font-size: 16pt"><span>${line}</span></p>`);
  return { lines, runs, page: `<html><body>${spans.join("\n")}</body></html>` };
}

/** A speech's own file: 30,000 characters, and in each version ten paragraphs that the one before hasn't. */
export function manyVersions(count: number): string {
  const blocks: DocumentNode[] = [];
  const add = () => {
    blocks.push({ type: "paragraph", content: [{ type: "text", text: paragraph(blocks.length) }] });
    return blocks.length - 1;
  };
  let current = Array.from({ length: BLOCKS }, add);
  const list = Array.from({ length: count }, (_, version) => {
    current = [...current];
    for (let at = 0; at < CHANGED; at += 1) current[(version * CHANGED + at) % BLOCKS] = add();
    return {
      ...{ kind: "automatic" as const, name: "", note: "", madeBy: null, createdAt: version },
      ...{ added: 1, deleted: 1, authors: [], from: null, stage: null, blocks: current },
    };
  });
  const content = current.map((place) => blocks[place] ?? { type: "paragraph" });
  const speech: SpeechFile = {
    ...{ format: "lectern-speech", fileVersion: 2, schemaVersion: 1, exportedAt: count },
    speech: {
      ...{ title: "讲话", speaker: "", occasion: "", dueOn: null, stage: "draft" },
      ...{ numberingStyle: "nested", charactersPerMinute: 200 },
    },
    ...{ people: [], document: { type: "doc", content }, threads: [], versions: { blocks, list } },
  };
  return JSON.stringify(speech);
}
