/** .odt files that are broken, and such as were made to do harm. */
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { readFile } from "@/server/import/read-file";
import { odtParts, paragraph } from "../helpers/odt-file";
import { writeZip, type ZipPart } from "../helpers/zip-writer";

const GOOD = odtParts({ body: paragraph("同志们") });
const read = (bytes: Uint8Array) => readFile({ bytes, name: "稿子.odt", encoding: null });
const problemOf = (bytes: Uint8Array) => {
  const outcome = read(bytes);
  return outcome.ok ? null : outcome.problem;
};
const changed = (name: string, change: Partial<ZipPart>): Uint8Array =>
  writeZip(GOOD.map((part) => (part.name === name ? { ...part, ...change } : part)));
const withText = (body: string) => writeZip(odtParts({ body }));

describe("an .odt that can't be read", () => {
  it("IM-88 the same file without its fault is read", () => {
    expect(problemOf(writeZip(GOOD))).toBeNull();
    expect(problemOf(writeZip(GOOD.filter(({ name }) => name === "content.xml")))).toBeNull();
  });

  it.each([
    ["nothing", new Uint8Array(), "wrong-format"],
    ["a text", Buffer.from("同志们：今天开会。"), "wrong-format"],
    [
      "a spreadsheet",
      changed("mimetype", { content: "application/vnd.oasis.opendocument.spreadsheet" }),
      "wrong-format",
    ],
    ["no content", writeZip(GOOD.filter(({ name }) => name !== "content.xml")), "wrong-format"],
    ["a wrong checksum", changed("content.xml", { crc: 1 }), "damaged"],
    ["markup that isn't closed", changed("content.xml", { content: "<office:text>" }), "damaged"],
    ["no words", withText(""), "no-text"],
    [
      "an encrypted entry",
      changed("META-INF/manifest.xml", { content: "<manifest:encryption-data/>" }),
      "encrypted",
    ],
    ["an encrypted package", writeZip([...GOOD, { name: "encrypted-package", content: "x" }]), "encrypted"],
    [
      "entities",
      changed("content.xml", { content: '<!DOCTYPE a [<!ENTITY b "c">]><office:document-content/>' }),
      "unsafe",
    ],
    ["a name that leads out", writeZip([...GOOD, { name: "../x", content: "" }]), "unsafe"],
    [
      "more than may be unpacked",
      changed("content.xml", { content: Buffer.alloc(LIMITS.importUnpackedBytes + 1, 32) }),
      "too-large",
    ],
    [
      "nesting without end",
      withText(`${"<text:section>".repeat(5000)}${"</text:section>".repeat(5000)}`),
      "too-complex",
    ],
  ])("IM-88 %s", (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it("IM-88 blanks, rows and columns are repeated within reason only", () => {
    const many = '="99999999"';
    const row = `<table:table-row table:number-rows-repeated${many}><table:table-cell table:number-columns-repeated${many} table:number-columns-spanned${many}>${paragraph("格")}</table:table-cell></table:table-row>`;
    const outcome = read(
      withText(`${paragraph(`甲<text:s text:c${many}/>乙`)}<table:table>${row}</table:table>`),
    );
    expect(outcome.ok && JSON.stringify(outcome.file.text.document).length).toBeLessThan(1_000_000);
  });

  it("IM-88 styles that are based on each other end", () => {
    const loop = (one: string, other: string) =>
      `<style:style style:name="${one}" style:family="paragraph" style:parent-style-name="${other}"/>`;
    const parts = odtParts({
      automatic: loop("A", "B") + loop("B", "A"),
      styles: loop("C", "D") + loop("D", "C"),
      body: paragraph("同志们", "A") + paragraph("大家好", "C"),
    });
    expect(problemOf(writeZip(parts))).toBeNull();
  });
});
