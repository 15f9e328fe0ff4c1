/** Files that are broken or made to do harm, one of each kind. */
import { LIMITS } from "@/core/limits";
import { nestedGigabytes } from "../../helpers/nested-archives";
import { p, wordParts } from "../../helpers/word-file";
import { writeZip, type ZipPart } from "../../helpers/zip-writer";

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const GOOD = wordParts({ body: p("同志们") });
const DOCUMENT = "word/document.xml";
/** What `GOOD` has this part replaced by. */
const changed = (change: Partial<ZipPart>) =>
  writeZip(GOOD.map((part) => (part.name === DOCUMENT ? { ...part, ...change } : part)));
const whole = writeZip(GOOD);

export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: "not a ZIP", bytes: new Uint8Array(1_000_000).fill(0x5a) },
  { name: "truncated", bytes: whole.subarray(0, whole.length >> 1) },
  { name: "wrong CRC", bytes: changed({ crc: 1 }) },
  { name: "encrypted", bytes: changed({ flags: 1 }) },
  {
    name: "macros",
    bytes: writeZip([...GOOD, { name: "word/vbaProject.bin", content: new Uint8Array(1e6) }]),
  },
  {
    name: "external entity",
    bytes: changed({ content: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }),
  },
  { name: "entities that grow", bytes: changed({ content: `${grownEntities()}<a>&e9;</a>` }) },
  { name: "bomb", bytes: changed({ content: new Uint8Array(LIMITS.importUnpackedBytes + 1) }) },
  { name: "bomb that says less", bytes: changed({ content: new Uint8Array(30_000_000), size: 4096 }) },
  { name: "nested gigabytes", bytes: writeZip([...GOOD, ...nestedGigabytes()]) },
  { name: "nesting without end", bytes: changed({ content: "<a>".repeat(5_000_000) }) },
  { name: "as many paragraphs as fit", bytes: changed({ content: manyParagraphs() }) },
  { name: "entries without end", bytes: writeZip(Array.from({ length: 6000 }, (_, at) => emptyPart(at))) },
  { name: ".. names", bytes: writeZip([...GOOD, { name: "word/../../../etc/passwd", content: "" }]) },
];

function grownEntities(): string {
  const steps = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">${steps.join("")}]>`;
}

function manyParagraphs(): string {
  const [document] = GOOD.filter(({ name }) => name === DOCUMENT);
  const markup = String(document?.content ?? "");
  const paragraph = p("同志们");
  const fits = Math.floor((LIMITS.importUnpackedBytes * 0.9) / Buffer.byteLength(paragraph));
  return markup.replace(paragraph, () => paragraph.repeat(fits));
}

function emptyPart(at: number): ZipPart {
  return { name: String(at), content: "" };
}
