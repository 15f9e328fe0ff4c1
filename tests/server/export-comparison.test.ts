/** 花脸稿 as a .docx: what Word makes of it is the one version or the other. */
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { markedDocument } from "@/core/compare/marked-document";
import type { DocumentNode } from "@/core/document/schema";
import { documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { archivesSpeech } from "@/core/samples/archives-speech";
import type { NumberingStyle } from "@/core/speech";
import { partsOf } from "@/server/export/fill-order";
import { fillOrder, writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";

const RUNS = 150;
const CHANGE = { id: newId(), person: newId(), at: Date.UTC(2026, 10, 24) };

const marked = (before: DocumentNode, after: DocumentNode) =>
  markedDocument(before, compareDocuments(before, after), CHANGE);

/** Random documents have marks of every kind. */
const settled = (document: DocumentNode): DocumentNode =>
  canonicalDocument(acceptAll(documentSchema().nodeFromJSON(document)).toJSON());

const written = (document: DocumentNode) =>
  writeDocx({
    document,
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "花脸稿",
    names: new Map([[CHANGE.person, "花脸稿"]]),
    threads: [],
    madeAt: CHANGE.at,
    watermark: null,
    words: { deletedComment: "" },
  });

const plainLines = (document: DocumentNode) => new DocxReader(written(document)).lines("accept");

describe("two versions as one document with suggestions", () => {
  it("EX-12 rejected all it is the first, accepted all the second", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const before = settled(randomDocument(random));
      const after = settled(randomlyRewritten(before, random, 1 + random.below(8)));
      const both = documentSchema().nodeFromJSON(marked(before, after));
      const [rejected, accepted] = [rejectAll(both), acceptAll(both)].map((node) =>
        canonicalDocument(node.toJSON()),
      );
      expect(rejected, `SEED=${seed}`).toEqual(
        canonicalDocument(documentSchema().nodeFromJSON(before).toJSON()),
      );
      expect(accepted, `SEED=${seed}`).toEqual(
        canonicalDocument(documentSchema().nodeFromJSON(after).toJSON()),
      );
    }
  }, 60_000);

  it("EX-12 read from newer to older it marks what the screen marks, and is the first and the second all the same", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      // What is for reading aloud isn't in such a file.
      const older = settled(withoutReadingAids(randomDocument(random)));
      const newer = settled(withoutReadingAids(randomlyRewritten(older, random, 1 + random.below(8))));
      const { document } = partsOf({
        kind: "comparison",
        before: newer,
        after: older,
        at: CHANGE.at,
        isBackwards: true,
      });
      const both = documentSchema().nodeFromJSON(document);
      const [rejected, accepted] = [rejectAll(both), acceptAll(both)].map((node) => settled(node.toJSON()));
      expect(rejected, `SEED=${seed}`).toEqual(settled(newer));
      expect(accepted, `SEED=${seed}`).toEqual(settled(older));
    }
  }, 60_000);

  it("EX-12 in Word, rejecting gives the first version and accepting the second, by word", async (context) => {
    const before = canonicalDocument(archivesSpeech.document);
    const after = settled(randomlyRewritten(before, seededRandom(7), 40));
    const bytes = written(marked(before, after));
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const withoutNumbers = (lines: readonly string[]) =>
      lines.map((line) =>
        line.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/, ""),
      );
    expect(withoutNumbers(file.lines("reject"))).toEqual(withoutNumbers(plainLines(before)));
    expect(withoutNumbers(file.lines("accept"))).toEqual(withoutNumbers(plainLines(after)));
    const authors = file.all("word/document.xml", "ins").map((element) => element.getAttribute("w:author"));
    expect([...new Set(authors)]).toEqual(["花脸稿"]);
    // Not whole paragraphs: what stayed in an edited paragraph is outside of every revision.
    const partly = file
      .all("word/document.xml", "p")
      .filter((paragraph) => paragraph.getElementsByTagName("w:ins").length > 0)
      .filter((paragraph) => [...paragraph.childNodes].some(({ nodeName }) => nodeName === "w:r"));
    expect(partly.length).toBeGreaterThan(5);
  });

  it("VE-66 it is of both texts with suggestions accepted, and a comment on the whole says so where there are any", () => {
    const { document } = archivesSpeech;
    const change = compareDocuments(document, { ...document, content: document.content?.slice(0, -1) ?? [] });
    const proposed = markedDocument(canonicalDocument(document), change, CHANGE);
    const made = (before: DocumentNode, after: DocumentNode) => {
      const file = new DocxReader(
        fillOrder({
          format: "docx",
          content: { kind: "comparison", before, after, at: CHANGE.at },
          paper: paperPreset("gbt9704"),
          numberingStyle: "nested",
          title: "花脸稿",
          madeAt: CHANGE.at,
          watermark: null,
        }),
      );
      const said = file.all("word/comments.xml", "t").map(({ textContent }) => textContent);
      return { said: said.join(""), isSame: file.lines("accept").join() === file.lines("reject").join() };
    };
    const note = "待定的修订都算作已接受。";
    expect(made(proposed, settled(proposed))).toEqual({ said: note, isSame: true });
    expect(made(settled(proposed), proposed)).toEqual({ said: note, isSame: true });
  });

  it("VE-49 a comment on the whole says there too where the headings are numbered otherwise, and nothing else has any", async (context) => {
    const { document } = archivesSpeech;
    const made = (oldNumberingStyle: NumberingStyle) =>
      fillOrder({
        format: "docx",
        content: { kind: "comparison", before: document, after: document, at: CHANGE.at, oldNumberingStyle },
        paper: paperPreset("gbt9704"),
        numberingStyle: "nested",
        title: "花脸稿",
        madeAt: CHANGE.at,
        watermark: null,
      });
    const bytes = made("flat");
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    expect(
      file
        .all("word/comments.xml", "t")
        .map(({ textContent }) => textContent)
        .join(""),
    ).toBe("标题编号由“一、1、（1）”改为“一、（一）1.（1）”。");
    // It changes neither of the texts.
    expect(file.lines("accept")).toEqual(new DocxReader(made("nested")).lines("accept"));
    expect(new DocxReader(made("nested")).partNames).not.toContain("word/comments.xml");
  });
});
