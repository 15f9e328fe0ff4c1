/** What another office program reads in a marked .docx, where LibreOffice is at hand. */
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import type { CommentId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { POINTS_PER_MM } from "@/core/paper/paper-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { fillOrder } from "../helpers/checked-exports";
import { DocxReader } from "../helpers/docx-reader";
import { readFlatOdf } from "../helpers/flat-odf";
import { GOLDEN_AT, GOLDEN_NAMES, goldenDraft, goldenThreads } from "../helpers/golden-speech";
import { NO_OFFICE, OFFICE_LIMIT, savedByLibreOffice } from "../helpers/libre-office";

const MINUTE_MS = 60_000;
const AT = Date.UTC(2026, 10, 26);

/** On the whole speech, and still to be dealt with. */
function openThread(): Thread {
  const [thread] = goldenThreads;
  const reply = thread?.comments[1];
  if (thread === undefined || reply === undefined) throw new Error("no reply");
  const createdAt = GOLDEN_AT + 9 * MINUTE_MS;
  const comments = [{ ...reply, id: newId() as CommentId, createdAt, body: "再压一压" }];
  return { ...thread, id: newId() as ThreadId, quote: "", createdAt, resolved: null, comments };
}

describe("a marked .docx in LibreOffice", () => {
  it.for(PAPER_PRESETS)(
    "EX-126 its revisions, comments, page, lines and fonts are read there: %s",
    OFFICE_LIMIT,
    (preset, context) => {
      const paper = paperPreset(preset);
      const content = {
        kind: "marked",
        document: goldenDraft().toJSON(),
        names: GOLDEN_NAMES,
        threads: [...goldenThreads, openThread()],
      } as const;
      const order = { numberingStyle: "nested", title: "讲话", madeAt: GOLDEN_AT, timeZone: "UTC" } as const;
      const docx = fillOrder({ ...order, format: "docx", paper, content, watermark: null });
      const name = `marked-${preset}`;
      const saved = savedByLibreOffice(new Map([[name, docx]]), "fodt")?.get(name) ?? null;
      if (saved === null) return context.skip(NO_OFFICE);
      const { changes, comments, page, linePitch, fonts } = readFlatOdf(saved);
      const minute = (minutes: number) =>
        new Date(GOLDEN_AT + minutes * MINUTE_MS).toISOString().slice(0, 19);
      // As golden-speech.ts proposes them; a heading's number comes and goes with what makes it one.
      const [checker, chief] = [...GOLDEN_NAMES.values()];
      expect(changes).toEqual([
        { kind: "insertion", who: checker, at: minute(1), words: "水库和病险" },
        { kind: "format-change", who: chief, at: minute(6), words: "全市有" },
        { kind: "deletion", who: checker, at: minute(3), words: "17.3%" },
        { kind: "insertion", who: checker, at: minute(3), words: "三成多" },
        { kind: "deletion", who: checker, at: minute(5), words: "1." },
        { kind: "paragraph", who: checker, at: minute(5), words: "1.先说大型水库" },
        { kind: "insertion", who: chief, at: minute(4), words: "\n（2）" },
        { kind: "deletion", who: chief, at: minute(2), words: "有人说，" },
      ]);
      expect(comments).toEqual([
        { who: checker, at: minute(1), words: "提法请核", on: "除险加固", resolved: true },
        { who: chief, at: minute(2), words: "按省里文件", on: "除险加固", resolved: true },
        { who: chief, at: minute(9), words: "再压一压", on: "", resolved: false },
      ]);
      const { width, height } = paper.page;
      const pitch = paper.linePitch / POINTS_PER_MM;
      expect(linePitch).toBeCloseTo(pitch, 2);
      // Not every layout has a grid besides.
      const grid = paper.characterSpacing === 0 ? {} : { pitch };
      for (const [side, mm] of Object.entries({ width, height, ...paper.margins, ...grid })) {
        expect(page[side as keyof typeof page], side).toBeCloseTo(mm, 1);
      }
      const { body, hei, kai, title, song } = paper.fonts;
      expect([...fonts]).toEqual(expect.arrayContaining([body, hei, kai, title, song]));
    },
  );

  it("EX-88 a part that moved is moved there too", OFFICE_LIMIT, (context) => {
    const before = canonicalDocument(archivesSpeech.document);
    const blocks = before.content ?? [];
    const parts = blocks.flatMap(({ type, attrs }, index) =>
      type === "heading" && attrs?.level === 1 ? [index] : [],
    );
    const [first = 0, second = 0, third = 0] = parts;
    const moved = blocks.slice(first, second);
    const after = {
      ...before,
      content: [...blocks.slice(0, first), ...blocks.slice(second, third), ...moved, ...blocks.slice(third)],
    };
    const content = { kind: "comparison", before, after, at: AT } as const;
    const order = {
      paper: paperPreset("gbt9704"),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
    } as const;
    const docx = fillOrder({ ...order, format: "docx", content, watermark: null });
    const saved = savedByLibreOffice(new Map([["moved", docx]]), "docx")?.get("moved");
    if (saved === undefined) return context.skip(NO_OFFICE);
    const [ours, theirs] = [new DocxReader(docx), new DocxReader(saved)];
    const words = (file: DocxReader, name: string) =>
      file
        .all("word/document.xml", name)
        .map(({ textContent }) => textContent)
        .join("");
    for (const name of ["moveFrom", "moveTo"]) {
      expect(words(ours, name).length).toBeGreaterThan(100);
      expect(words(theirs, name)).toBe(words(ours, name));
    }
    expect(theirs.lines("accept")).toEqual(ours.lines("accept"));
  });
});
