/** The .docx as a file: what the validator says, what a reader finds, what Word would make of it. */
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { newId } from "@/core/new-id";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, child, DocxReader } from "../helpers/docx-reader";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomEdit, randomSpeech } from "../helpers/random-speech";

const RUNS = 100;
const EDITS = 14;
const PEOPLE = [newId(), newId(), newId()];
const NAMES = new Map(PEOPLE.map((id, index) => [id, `第${index}位`]));
const DOCUMENT = "word/document.xml";

const write = (document: Node, changes: Partial<Parameters<typeof writeDocx>[0]> = {}) =>
  writeDocx({
    document: document.toJSON(),
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "讲话",
    names: NAMES,
    threads: [],
    madeAt: Date.UTC(2026, 10, 24, 1, 2, 3),
    watermark: null,
    words: { deletedComment: "（已删除）" },
    ...changes,
  });

const sample = () => documentSchema().nodeFromJSON(archivesSpeech.document);

/** A random speech after several people's suggestions. */
function suggested(random: Random): Node {
  let doc = randomSpeech(random);
  for (let at = 1; at <= EDITS; at += 1) {
    const edit = randomEdit(doc, random);
    if (edit === null) continue;
    const author = { id: newId(), person: random.pick(PEOPLE), at: Date.UTC(2026, 10, 1) + at * 60_000 };
    const { tr } = EditorState.create({ doc });
    trackChange(tr, { after: edit.doc, author, caret: edit.selection.head, forward: false });
    doc = tr.doc;
  }
  return doc;
}

/** Without what a heading's number adds in front. */
const withoutNumber = (line: string) =>
  line.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/, "");

/** An empty heading has its number at least. */
const words = (lines: readonly string[]) => lines.map(withoutNumber).filter((line) => line !== "");

const linesOf = (doc: Node): string[] => {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textContent);
    return !node.isTextblock;
  });
  return lines.filter((line) => line !== "");
};

describe("a speech as .docx", () => {
  it("EX-03 a tab keeps words apart as Word's own, struck too", async (context) => {
    const doc = documentSchema().nodeFromJSON({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "单位：\t青禾\t\t市\t" }] }],
    });
    const { tr } = EditorState.create({ doc });
    const author = { id: newId(), person: PEOPLE[0] ?? newId(), at: Date.UTC(2026, 10, 1) };
    const after = EditorState.create({ doc }).tr.delete(3, 9).doc;
    trackChange(tr, { after, author, caret: 3, forward: false });
    for (const document of [doc, tr.doc]) {
      const bytes = write(document);
      await expectValidDocx(context, bytes);
      const file = new DocxReader(bytes);
      expect(file.all(DOCUMENT, "tab")).toHaveLength(4);
      for (const name of ["t", "delText"]) {
        for (const { textContent } of file.all(DOCUMENT, name)) expect(textContent).toMatch(/^[^\t]+$/);
      }
      const back = documentSchema().nodeFromJSON(readDocx(bytes).document);
      expect(rejectAll(back).textContent).toBe("单位：\t青禾\t\t市\t");
    }
  });

  it("EX-01 the sample is valid to Microsoft's own validator in every layout", async (context) => {
    for (const preset of PAPER_PRESETS) {
      await expectValidDocx(context, write(sample(), { paper: paperPreset(preset) }));
    }
  });

  it("EX-30 Word is told to put no blank beside digits and letters, in every style, as the PDF has none", () => {
    for (const preset of PAPER_PRESETS) {
      const styles = new DocxReader(write(sample(), { paper: paperPreset(preset) })).all(
        "word/styles.xml",
        "style",
      );
      const paragraphs = styles.filter((style) => attribute(style, "type") === "paragraph");
      const [ordinary, ...others] = paragraphs;
      for (const name of ["autoSpaceDE", "autoSpaceDN"]) {
        expect(attribute(child(ordinary, "pPr", name), "val")).toBe("0");
        for (const style of others) expect(child(style, "pPr", name)).toBeUndefined();
      }
      expect(new Set(others.map((style) => attribute(child(style, "basedOn"), "val")))).toEqual(
        new Set([attribute(ordinary, "styleId")]),
      );
    }
  });

  it("EX-86 a heading whose text goes on in its paragraph isn't kept with the next, others are", () => {
    const file = new DocxReader(write(sample()));
    const headings = file
      .all(DOCUMENT, "p")
      .filter((line) => attribute(child(line, "pPr", "pStyle"), "val")?.startsWith("Heading"));
    const stays = headings.map((line) => child(line, "pPr", "keepNext"));
    const runIn = (archivesSpeech.document.content ?? [])
      .filter(({ type }) => type === "heading")
      .map(({ attrs }) => attrs?.runIn === true);
    expect(stays.map((keep) => attribute(keep, "val") === "0")).toEqual(runIn);
    expect(new Set(runIn).size).toBe(2);
  });

  it("EX-86 a title and the lines under it are kept with the next", () => {
    const styles = new DocxReader(write(sample())).all("word/styles.xml", "style");
    const kept = styles
      .filter((style) => child(style, "pPr", "keepNext") !== undefined)
      .map((style) => attribute(style, "styleId"));
    expect(kept).toEqual(
      expect.arrayContaining(["Title", "SpeechByline", "SpeechDateLine", "SpeechSalutation"]),
    );
  });

  it("EX-01 the validator finds what is wrong", async (context) => {
    const { "word/styles.xml": styles = new Uint8Array(), ...parts } = unzipSync(write(sample()));
    const sizes = strFromU8(styles).replaceAll(/(<w:sz w:val=)"\d+"/g, '$1"NaN"');
    const wrong = zipSync({ ...parts, "word/styles.xml": strToU8(sizes) });
    await expect(expectValidDocx(context, wrong)).rejects.toThrow(/to deeply equal \[\]/);
  });

  it("EX-01 whatever is proposed in a speech, the file is valid", async (context) => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    for (let run = 0; run < 6; run += 1) await expectValidDocx(context, write(suggested(random)));
  }, 60_000);

  it("EX-01 whatever time is given for what is proposed, the file is valid", async (context) => {
    const schema = documentSchema();
    for (const at of [0, 999_999_999_999_999, 9_000_000_000_000_000]) {
      const insertion = schema.mark("insertion", { id: newId(), person: PEOPLE[0], at, begins: null });
      const doc = schema.node("doc", null, [
        schema.node("paragraph", null, [schema.text("推动"), schema.text("高质量", [insertion])]),
      ]);
      const bytes = write(doc);
      const [date] = new DocxReader(bytes).all(DOCUMENT, "ins").map((element) => attribute(element, "date"));
      expect(date, String(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      await expectValidDocx(context, bytes);
    }
  });

  it("EX-02 GB/T 9704: paper, margins, grid of 22 lines by 28 characters, numbers on the outer side", () => {
    const file = new DocxReader(write(sample()));
    const [margins] = file.all(DOCUMENT, "pgMar");
    const inMm = (name: string) => Math.round((Number(attribute(margins, name)) / 20 / 72) * 25.4);
    expect(["top", "right", "bottom", "left"].map(inMm)).toEqual([37, 26, 35, 28]);
    const [grid] = file.all(DOCUMENT, "docGrid");
    expect([attribute(grid, "type"), attribute(grid, "linePitch")]).toEqual(["lines", "579"]);
    const textTwips = 16838 - Number(attribute(margins, "top")) - Number(attribute(margins, "bottom"));
    expect(Math.floor(textTwips / 579)).toBe(22);
    const normal = file
      .all("word/styles.xml", "style")
      .find((style) => attribute(style, "styleId") === "Normal");
    const character =
      (Number(attribute(child(normal, "rPr", "sz"), "val")) / 2) * 20 +
      Number(attribute(child(normal, "rPr", "spacing"), "val"));
    const lineTwips = 11906 - Number(attribute(margins, "left")) - Number(attribute(margins, "right"));
    expect(Math.floor(lineTwips / character)).toBe(28);
    expect(file.all("word/settings.xml", "evenAndOddHeaders")).toHaveLength(1);
    const sides = ["word/footer1.xml", "word/footer2.xml"].map((part) => {
      const [paragraph] = file.all(part, "p");
      return [attribute(child(paragraph, "pPr", "jc"), "val"), paragraph?.textContent];
    });
    expect(sides).toEqual([
      ["right", "—  PAGE 1 —"],
      ["left", "—  PAGE 1 —"],
    ]);
  });

  it("EX-03 every run names its East Asian font, and headings are Word's own with the office's numbers", () => {
    const file = new DocxReader(write(sample()));
    const runs = file.all(DOCUMENT, "r").filter((run) => child(run, "t") !== undefined);
    expect(runs.length).toBeGreaterThan(50);
    const bare = runs.filter((run) => !attribute(child(run, "rPr", "rFonts"), "eastAsia"));
    expect(bare).toEqual([]);
    const styled = file.all(DOCUMENT, "p").map((paragraph) => ({
      style: attribute(child(paragraph, "pPr", "pStyle"), "val"),
      text: paragraph.textContent ?? "",
      fonts: [...paragraph.getElementsByTagName("w:r")].map((run) =>
        attribute(child(run, "rPr", "rFonts"), "eastAsia"),
      ),
    }));
    expect(styled.find(({ style }) => style === "Heading1")?.text).toMatch(/^一、/);
    const runIn = styled.find(({ style, text }) => style === "Heading2" && text.length > 60);
    expect(runIn?.text).toMatch(/^（一）/);
    expect([...new Set(runIn?.fonts)]).toEqual(["楷体_GB2312", "仿宋_GB2312"]);
    const outline = file.all("word/styles.xml", "outlineLvl").map((level) => attribute(level, "val"));
    expect(outline).toEqual(["0", "1", "2", "3"]);
  });

  it("EX-04 accepting or rejecting all in Word gives what it gives here", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const everything = suggested(seededRandom(seed)).toJSON();
      const doc = documentSchema().nodeFromJSON(withoutReadingAids(everything));
      const file = new DocxReader(write(doc));
      const outcome = [file.lines("accept"), file.lines("reject")].map(words);
      expect(outcome, `SEED=${seed}`).toEqual([acceptAll(doc), rejectAll(doc)].map(linesOf).map(words));
      // Accepted, the numbers of headings are right too.
      const clean = new DocxReader(write(acceptAll(doc)));
      expect(file.lines("accept"), `SEED=${seed}`).toEqual(clean.lines("accept"));
    }
  }, 60_000);
});
