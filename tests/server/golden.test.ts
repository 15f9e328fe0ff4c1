/**
 * Every format's file of one short speech, as text under tests/golden: a change of what is written shows in
 * a review as the lines that change. `npm run unit -- golden -u` writes them anew.
 */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import type { FileVersion, FileVersions } from "@/core/speech-file-versions";
import type { ThreadOrder } from "@/server/export/exporter";
import { fillOrder } from "../helpers/checked-exports";
import { GOLDEN_AT, GOLDEN_NAMES, goldenDraft, goldenText, goldenThreads } from "../helpers/golden-speech";
import { linedXml } from "../helpers/lined-xml";

const file = (name: string) => `../golden/${name}`;
const title = "在水库除险加固工作会议上的讲话";
const words = { title, document: goldenDraft().toJSON(), numberingStyle: "nested" } as const;
const paper = (preset: (typeof PAPER_PRESETS)[number]) =>
  ({
    format: "docx",
    paper: paperPreset(preset),
    numberingStyle: "nested",
    title,
    madeAt: GOLDEN_AT,
    timeZone: "UTC",
    watermark: null,
  }) as const;
const draft = { document: words.document, names: GOLDEN_NAMES, threads: goldenThreads };

/** The text as it is, and before it the same without its last block. */
function goldenVersions(): FileVersions {
  const blocks: DocumentNode[] = words.document.content;
  const places = blocks.map((_, place) => place);
  const [madeBy = null] = GOLDEN_NAMES.keys();
  const version = (name: string, own: Pick<FileVersion, "added" | "deleted" | "from" | "blocks">) => ({
    kind: "named" as const,
    name,
    note: "",
    madeBy,
    createdAt: GOLDEN_AT,
    authors: [],
    stage: null,
    ...own,
  });
  return {
    blocks,
    list: [
      version("一稿", { added: 900, deleted: 0, from: null, blocks: places.slice(0, -1) }),
      version("二稿", { added: 30, deleted: 12, from: 0, blocks: places }),
    ],
  };
}

function parts(order: ThreadOrder): Readonly<Record<string, string>> {
  const files = unzipSync(fillOrder(order));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, linedXml(strFromU8(bytes))]));
}

describe("golden files", () => {
  it.each(["txt", "md", "html"] as const)("EX-87 the clean copy as %s", async (format) => {
    const text = strFromU8(fillOrder({ format, ...words }));
    await expect(text).toMatchFileSnapshot(file(`clean/speech.${format}`));
  });

  it("EX-87 the whole speech as JSON", async () => {
    const speech = { title, speaker: "周文清", occasion: "", dueOn: null, stage: "draft" } as const;
    const settings = { ...speech, numberingStyle: "nested", charactersPerMinute: 200 } as const;
    const content = { exportedAt: GOLDEN_AT, speech: settings, document: draft.document };
    const bytes = fillOrder({
      format: "json",
      content: { ...content, threads: goldenThreads, names: GOLDEN_NAMES, versions: goldenVersions() },
    });
    const text = `${JSON.stringify(JSON.parse(strFromU8(bytes)), null, 1)}\n`;
    await expect(text).toMatchFileSnapshot(file("whole.json"));
  });

  it("EX-87 Word with revisions and comments: every part of the package", async () => {
    const written = parts({ ...paper("gbt9704"), content: { kind: "marked", ...draft } });
    expect(Object.keys(written).sort().join("\n")).toMatchInlineSnapshot(`
      "[Content_Types].xml
      _rels/.rels
      docProps/core.xml
      word/_rels/document.xml.rels
      word/comments.xml
      word/commentsExtended.xml
      word/document.xml
      word/footer1.xml
      word/footer2.xml
      word/numbering.xml
      word/settings.xml
      word/styles.xml"
    `);
    for (const [name, xml] of Object.entries(written)) {
      if (name === "word/styles.xml") continue; // below
      await expect(xml).toMatchFileSnapshot(file(`marked/${name.replaceAll("/", "-")}`));
    }
  });

  it("EX-87 the clean copy in Word", async () => {
    const written = parts({ ...paper("gbt9704"), content: { kind: "clean", ...draft, threads: [] } });
    await expect(written["word/document.xml"]).toMatchFileSnapshot(file("clean/word-document.xml"));
  });

  it.each(PAPER_PRESETS)("EX-87 the styles of the %s layout", async (preset) => {
    const written = parts({ ...paper(preset), content: { kind: "clean", ...draft, threads: [] } });
    await expect(written["word/styles.xml"]).toMatchFileSnapshot(file(`styles-${preset}.xml`));
  });

  it("EX-87 a comparison in Word", async () => {
    const content = { kind: "comparison", before: goldenText, after: words.document, at: GOLDEN_AT } as const;
    const written = parts({ ...paper("gbt9704"), content });
    await expect(written["word/document.xml"]).toMatchFileSnapshot(file("comparison/word-document.xml"));
  });
});
