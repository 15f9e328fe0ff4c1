/** What every run of every kind of .docx names its fonts by, whatever part of the file it stands in. */
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { title as titleOf } from "@/core/samples/blocks";
import type { DocxContent } from "@/server/export/exporter";
import { createTypesetting, fillOrder } from "../helpers/checked-exports";
import { attribute, child, DocxReader } from "../helpers/docx-reader";
import { goldenReadingDocx } from "../helpers/golden-papers";
import { GOLDEN_AT, GOLDEN_NAMES, goldenDraft, goldenText, goldenThreads } from "../helpers/golden-speech";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const title = "在全市水库除险加固和汛前准备工作会议上的讲话";
const [, ...rest] = goldenDraft().toJSON().content;
/** The golden speech under a title that is broken into lines by its shape. */
const document = { type: "doc", content: [titleOf(title, "——根据录音整理"), ...rest] };
const draft = { document, names: GOLDEN_NAMES, threads: goldenThreads };
const CONTENTS: readonly DocxContent[] = [
  { kind: "clean", ...draft },
  { kind: "marked", ...draft },
  { kind: "comparison", before: goldenText, after: document, at: GOLDEN_AT },
];

/** The part and content of each run that names no font for Chinese, and how many runs each part has. */
function runsIn(bytes: Uint8Array) {
  const file = new DocxReader(bytes);
  const names = Object.keys(unzipSync(bytes)).filter((name) => /^word\/.*\.xml$/.test(name));
  const runs = names.flatMap((part) => file.all(part, "r").map((run) => ({ part, run })));
  const bare = runs.filter(({ run }) => !attribute(child(run, "rPr", "rFonts"), "eastAsia"));
  return {
    parts: [...new Set(runs.map(({ part }) => part))].sort(),
    bare: bare.map(({ part, run }) => `${part}: ${String(run)}`),
  };
}

describe("runs", () => {
  it.each(PAPER_PRESETS)("EX-03 in no part of a .docx is one without its East Asian font: %s", (preset) => {
    for (const content of CONTENTS) {
      const order = {
        paper: paperPreset(preset),
        numberingStyle: "nested",
        title,
        madeAt: GOLDEN_AT,
      } as const;
      const bytes = fillOrder({ ...order, format: "docx", content, watermark: "周文清 2026-11-24 09:02" });
      const { parts, bare } = runsIn(bytes);
      const edges = ["word/footer1.xml", "word/footer2.xml", "word/header1.xml", "word/header2.xml"];
      expect(parts).toEqual(["word/comments.xml", "word/document.xml", ...edges]);
      expect(bare, content.kind).toEqual([]);
      if (content.kind === "comparison") continue; // its title is changed, and has no shape
      const [titleLine] = new DocxReader(bytes).all("word/document.xml", "p");
      expect([...(titleLine?.getElementsByTagName("w:br") ?? [])], "by its shape and its own").toHaveLength(
        2,
      );
    }
  });

  it("EX-03 nor in one of the reading copy in Word", async () => {
    const { parts, bare } = runsIn((await goldenReadingDocx(typesetting)).bytes);
    expect(parts).toEqual(["word/document.xml", "word/footer1.xml", "word/footer2.xml"]);
    expect(bare).toEqual([]);
  });
});
