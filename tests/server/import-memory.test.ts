/** What reading takes of the machine, in the process that the build makes: files made to take much, and honest long ones. */
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { createFileReader, type FileReader } from "@/server/import/file-reader";
import { HAS_CHILD_USE, watchChildren } from "../helpers/child-use";
import { longDraft, manyVersions } from "../helpers/long-files";
import { nestedGigabytes } from "../helpers/nested-archives";
import { odtParts, paragraph } from "../helpers/odt-file";
import { p, r, relation, wordFile, wordParts } from "../helpers/word-file";
import { writeZip, type ZipPart } from "../helpers/zip-writer";

const PROGRAM = "dist/import-process.js";
const PROMISED_BYTES = 200 * 1024 * 1024;
/** For a clock that rings late on a busy machine. */
const LATE_MS = 1000;

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (name: string, bytes: Uint8Array) => ({ name, bytes, encoding: null });
const good = file("a.txt", utf8("同志们：\n一、甲"));
const row = `<w:tr>${"<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>".repeat(60)}</w:tr>`;

/** As many bytes or so as may be sent, or as may come of them. */
const HUGE: readonly (readonly [string, () => Uint8Array])[] = [
  ["nearly 14 MB.txt", () => utf8(`${"稳中求进工作总基调，".repeat(50)}\n`.repeat(9300))],
  ["a million paragraphs.docx", () => wordFile({ body: "<w:p/>".repeat(1_700_000) })],
  ["a million runs.docx", () => wordFile({ body: `<w:p>${r("字").repeat(1_000_000)}</w:p>` })],
  ["300,000 cells.docx", () => wordFile({ body: `<w:tbl>${row.repeat(5000)}</w:tbl>` })],
  ["one endless run.docx", () => wordFile({ body: p("字".repeat(15_000_000)) })],
  ["a million paragraphs.html", () => utf8("<p>甲</p>".repeat(1_500_000))],
  ["many items.md", () => utf8("* 甲\n".repeat(400_000))],
  ["many objects.json", () => utf8(`[${"{},".repeat(6_000_000)}{}]`)],
];

const { lines, runs, page } = longDraft(300);
const LONG: readonly (readonly [string, () => Uint8Array])[] = [
  ["300 pages.docx", () => wordFile({ body: lines.map((line) => p(line)).join("") })],
  ["300 pages in runs.docx", () => wordFile({ body: runs.map((run) => `<w:p>${run}</w:p>`).join("") })],
  ["300 pages.txt", () => utf8(lines.join("\n"))],
  ["300 pages.md", () => utf8(lines.join("\n\n"))],
  ["300 pages.html", () => utf8(page)],
  ["2,000 versions.json", () => utf8(manyVersions(2000))],
];

const object =
  '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="x1"/></w:object></w:r></w:p><w:altChunk r:id="x1"/>';
const inWord = (body: string, relations = "") => wordParts({ body: p("同志们") + body, relations });
const embedded = relation("x1", "package", "embeddings/0.zip");
/** As the styles, which every reader unpacks. */
const asStyles = relation("x1", "styles", "embeddings/0.zip");

/** What is packed into a package is no business of who reads its text: null where that is read all the same. */
const NESTED: readonly (readonly [string, string | null, () => readonly ZipPart[]])[] = [
  ["2 GB.docx", null, () => [...inWord(""), ...nestedGigabytes()]],
  ["40 GB that the text names.docx", null, () => [...inWord(object, embedded), ...nestedGigabytes(2)]],
  ["800 GB.odt", null, () => [...odtParts({ body: paragraph("同志们") }), ...nestedGigabytes(3)]],
  ["40 GB for a part that is read.docx", "damaged", () => [...inWord("", asStyles), ...nestedGigabytes(2)]],
  ["40 GB without a text.docx", "wrong-format", () => nestedGigabytes(2)],
];

let reader: FileReader | undefined;
afterEach(() => reader?.close());

describe("what reading a file takes", { timeout: 240_000 }, () => {
  it.each(HUGE)("IM-37 %s is given up within 5 s and 200 MB, and says so", async (name, bytes) => {
    reader = createFileReader(undefined, pathToFileURL(PROGRAM));
    const large = file(name, bytes());
    await reader.read(good);
    const watched = HAS_CHILD_USE ? watchChildren(PROGRAM) : null;
    const began = performance.now();
    const refused = reader.read(large);
    await expect(refused).rejects.toMatchObject({
      problem: expect.stringMatching(/^(too-complex|too-large|wrong-format)$/),
    });
    expect(performance.now() - began).toBeLessThan(LIMITS.importMs + LATE_MS);
    expect(watched?.stop().memory ?? 0).toBeLessThan(PROMISED_BYTES);
    expect(await reader.read(good)).toMatchObject({ format: "txt" });
  });

  it.each(NESTED)(
    "IM-37 ZIPs in ZIPs, %s, take neither time nor memory: %s",
    async (name, problem, parts) => {
      reader = createFileReader(undefined, pathToFileURL(PROGRAM));
      const nested = file(name, writeZip(parts()));
      await reader.read(good);
      const watched = HAS_CHILD_USE ? watchChildren(PROGRAM) : null;
      const began = performance.now();
      const outcome = await reader.read(nested).then(
        ({ text }) => text.document.content?.[0]?.content?.[0]?.text,
        (error: unknown) => error,
      );
      expect(performance.now() - began).toBeLessThan(LIMITS.importMs);
      expect(watched?.stop().memory ?? 0).toBeLessThan(PROMISED_BYTES);
      if (problem === null) expect(outcome).toBe("同志们");
      else expect(outcome).toMatchObject({ problem });
      expect(await reader.read(good)).toMatchObject({ format: "txt" });
    },
  );

  // Read on a machine that others use too: its own time counts.
  it.each(LONG)("IM-37 %s is read in 5 s of a processor and 200 MB, twice", async (name, bytes) => {
    reader = createFileReader(() => 100_000, pathToFileURL(PROGRAM));
    const long = file(name, bytes());
    await reader.read(good);
    for (let time = 1; time <= 2; time += 1) {
      const watched = HAS_CHILD_USE ? watchChildren(PROGRAM) : null;
      const { text } = await reader.read(long);
      expect(text.document.content?.length).toBeGreaterThan(0);
      const { memory, cpu } = watched?.stop() ?? { memory: 0, cpu: 0 };
      expect(memory).toBeLessThan(PROMISED_BYTES);
      expect(cpu).toBeLessThan(LIMITS.importMs);
    }
  });
});
