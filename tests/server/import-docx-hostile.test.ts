/** Files that are broken, and files that were made to do harm. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { ImportError } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { readDocx } from "@/server/import/docx/read-docx";
import { ZipPackage } from "@/server/import/package/zip-package";
import { readFile } from "@/server/import/read-file";
import { runSeed, seededRandom } from "../helpers/random";
import { NO_REAL_DATA, realData } from "../helpers/real-data";
import { p, r, relation, wordFile, wordParts } from "../helpers/word-file";
import { writeZip, type ZipPart } from "../helpers/zip-writer";

const GOOD = wordParts({ body: p("同志们") });
const MEBIBYTE = 1024 * 1024;

/** The problem that reading ends with; null when it doesn't. */
function problemOf(bytes: Uint8Array): string | null {
  try {
    readDocx(bytes);
    return null;
  } catch (error) {
    if (error instanceof ImportError) return error.problem;
    throw error;
  }
}

const changed = (name: string, change: Partial<ZipPart>): ZipPart[] =>
  GOOD.map((part) => (part.name === name ? { ...part, ...change } : part));
const withDocument = (content: string) => writeZip(changed("word/document.xml", { content }));
const textOf = (bytes: Uint8Array) => documentSchema().nodeFromJSON(readDocx(bytes).document).textContent;

/** What a .doc or an encrypted .docx begins with. */
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(2048),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(512),
  ]);

describe("a .docx that can't be read", () => {
  it("IM-14 the same file without its fault is read", () => {
    expect(textOf(writeZip(GOOD))).toBe("同志们");
    // Sizes behind the content, and the wide numbers of big files.
    expect(textOf(writeZip(GOOD.map((part) => ({ ...part, flags: 8 }))))).toBe("同志们");
    const wide = GOOD.map((part) => ({ ...part, isWide: true }));
    expect(textOf(writeZip(wide, { wideEnd: true }))).toBe("同志们");
    expect(textOf(writeZip(GOOD.map((part) => ({ ...part, method: 0 }))))).toBe("同志们");
  });

  it.each([
    ["nothing", new Uint8Array(), "wrong-format"],
    ["a text", Buffer.from("同志们：今天，我们在这里开会。"), "wrong-format"],
    ["another package", writeZip([{ name: "mimetype", content: "application/zip" }]), "wrong-format"],
    ["no document", writeZip(GOOD.filter(({ name }) => name !== "word/document.xml")), "wrong-format"],
    ["a wrong checksum", writeZip(changed("word/document.xml", { crc: 1 })), "damaged"],
    ["a wrong size", writeZip(changed("word/document.xml", { size: 5000 })), "damaged"],
    ["an unknown packing", writeZip(changed("word/document.xml", { method: 99 })), "damaged"],
    ["markup that isn't closed", withDocument("<w:document><w:body>"), "damaged"],
    [
      "bytes that are no characters",
      writeZip(changed("word/document.xml", { content: Buffer.from([0x3c, 0xff]) })),
      "damaged",
    ],
    ["an entry twice", writeZip([...GOOD, ...GOOD.slice(-1)]), "damaged"],
    ["an encrypted entry", writeZip(changed("word/document.xml", { flags: 1 })), "encrypted"],
    ["an encrypted file", compound("EncryptedPackage"), "encrypted"],
    ["a .doc", compound("WordDocument"), "old-word"],
    [
      "a name that leads out",
      writeZip([...GOOD, { name: "word/../../../etc/passwd", content: "" }]),
      "unsafe",
    ],
    ["a name from the root", writeZip([...GOOD, { name: "\\windows\\x.dll", content: "" }]), "unsafe"],
    [
      "an outer entity",
      withDocument('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
      "unsafe",
    ],
    [
      "an entity that grows",
      withDocument('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'),
      "unsafe",
    ],
    ["nesting without end", withDocument("<a>".repeat(5000)), "too-complex"],
    [
      "a thousand times its size",
      writeZip(changed("word/document.xml", { content: new Uint8Array(LIMITS.importUnpackedBytes + 1) })),
      "too-large",
    ],
    [
      "more than it says",
      writeZip(changed("word/document.xml", { content: new Uint8Array(MEBIBYTE), size: 4096 })),
      "too-large",
    ],
    [
      "entries without end",
      writeZip(Array.from({ length: 6000 }, (_, at) => ({ name: `${at}`, content: "" }))),
      "too-large",
    ],
  ])("IM-14 %s is refused for what it is", (_name, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it("IM-14 all parts together may unpack to no more than the limit", () => {
    const most = new Uint8Array(LIMITS.importUnpackedBytes - MEBIBYTE);
    const rest = new Uint8Array(2 * MEBIBYTE);
    const zip = new ZipPackage(
      writeZip([
        { name: "most", content: most },
        { name: "rest", content: rest },
      ]),
    );
    expect(zip.read("most")?.length).toBe(most.length);
    expect(() => zip.read("rest")).toThrow(expect.objectContaining({ problem: "too-large" }));
    expect(new ZipPackage(writeZip([{ name: "rest", content: rest }])).read("rest")?.length).toBe(
      rest.length,
    );
  });

  it("IM-14 what isn't read isn't unpacked", () => {
    const picture = { name: "word/media/image1.png", content: "x", size: 4_000_000_000 };
    expect(textOf(writeZip([...GOOD, picture]))).toBe("同志们");
  });

  it("IM-14 macros are told and neither run nor unpacked, whatever the file is called", () => {
    const relations =
      relation("m1", "vbaProject", "vbaProject.bin") +
      relation("m2", "keyMapCustomizations", "customizations.xml");
    const project = { name: "word/vbaProject.bin", content: "x", size: 4_000_000_000 };
    const keys = { name: "word/customizations.xml", content: '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>' };
    const body =
      p("同志们") +
      `<w:p>${r("今天")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MACROBUTTON AutoOpen 开始 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const bytes = writeZip([...wordParts({ body, relations }), project, keys]);
    for (const name of ["稿子.docm", "稿子.docx"]) {
      const outcome = readFile({ bytes, name, encoding: null });
      if (!outcome.ok) throw new Error(outcome.problem);
      expect(outcome.file.text.findings).toContainEqual({ kind: "macro", count: 1, where: [] });
      expect(outcome.file.text.document).toEqual(readDocx(wordFile({ body })).document);
    }
    expect(readDocx(wordFile({ body })).findings.map(({ kind }) => kind)).toEqual(["field"]);
  });

  it("IM-14 wherever a file is cut off, it is refused", () => {
    const bytes = writeZip(GOOD);
    for (let length = 0; length < bytes.length; length += 7) {
      expect(problemOf(bytes.subarray(0, length)), `${length} bytes`).not.toBeNull();
    }
  });

  it("IM-14 whatever is changed in it, it is read or refused", () => {
    const seed = runSeed();
    console.log(`seed ${seed}`);
    const random = seededRandom(seed);
    const bytes = writeZip(GOOD.map((part) => ({ ...part, method: 0 })));
    const outcomes = new Set<string | null>();
    for (let round = 0; round < 400; round += 1) {
      const broken = Uint8Array.from(bytes);
      for (let count = 1 + random.below(3); count > 0; count -= 1)
        broken[random.below(broken.length)] = random.below(256);
      outcomes.add(problemOf(broken));
    }
    expect(outcomes.has("damaged"), `SEED=${seed}`).toBe(true);
  });

  it("IM-14 text that would be a program in a page is text", (context) => {
    const { path, missing } = realData("hostile/payloadbox-xss-payload-list.txt");
    if (missing) context.skip(NO_REAL_DATA);
    const lines = readFileSync(path, "utf8")
      .split(/\r?\n/)
      // XML holds no other control characters.
      .map((line) => line.replace(/[^\t\u0020-\ud7ff\ue000-\ufffd]/g, "").trim())
      .filter((line, index) => line !== "" && index % 4 === 0);
    expect(lines.length).toBeGreaterThan(1000);
    const { document } = readDocx(wordFile({ body: lines.map((line) => p(line)).join("") }));
    const read = (document.content ?? []).map(({ content = [] }) => content.map(({ text }) => text).join(""));
    // A number typed in front of a line makes a heading, as everywhere.
    const unequal = read.filter(
      (line, index) => line !== lines[index] && lines[index]?.endsWith(line) !== true,
    );
    expect(unequal).toEqual([]);
    expect(read).toHaveLength(lines.length);
  });
});
