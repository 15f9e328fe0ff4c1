/** Speeches as pages, by the real typesetter in its own process. */
import { spawnSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { LIMITS } from "@/core/limits";
import { paperPreset } from "@/core/paper/preset";
import { endsShort, type Preview, placeOnPaper } from "@/core/preview";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { createPreviewing, type Previewing, type SpeechText } from "@/server/export/preview/previewing";
import { updateFromDocument } from "@/server/sync/seed";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const KEY = "speech gbt9704";
/** A full page of text in lines of 28 characters. */
const PAGE = 22 * 28;

const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
/** An indented paragraph that fills so many lines, and so many characters of the last. */
const lines = (full: number, rest: number) => paragraph("字".repeat(full * 28 - 2 + rest));
const textOf = (document: DocumentNode, preset: "gbt9704" | "meeting" = "gbt9704"): SpeechText => ({
  update: updateFromDocument(document).update,
  layout: { kind: "paper", paper: paperPreset(preset) },
  numberingStyle: "nested",
});

/** A process takes a second and a half to start, and ten times that where other tests share the machine. */
const LIMIT_MS = 120_000;

describe("the pages of a speech", { timeout: LIMIT_MS }, () => {
  let previewing: Previewing;
  beforeAll(() => {
    previewing = createPreviewing({ fontDir: undefined });
  });
  afterAll(() => previewing?.close());

  const previewOf = (document: DocumentNode, key = KEY) =>
    previewing.speech(key, async () => textOf(document));
  async function picture(hash: string, key = KEY): Promise<string> {
    const svg = await previewing.page(key, hash);
    if (svg === null) throw new Error("no such page");
    return gunzipSync(svg).toString();
  }

  it("EX-91 name the characters that no font has, and no others", async () => {
    const words = "各位代表：㛃、䶮、𠮷，ABC①②③——“好”。";
    expect((await previewOf(speech(paragraph(words)))).missing).toEqual([]);
    const missing = ["\uf0fc", "\u{f1234}"];
    const text = `${words}${missing[0]}项${missing.join("和")}`;
    expect((await previewOf(speech(paragraph(text)))).missing).toEqual(missing);
    const layout = { kind: "reading", size: 22 } as const;
    const reading = async () => ({ ...textOf(speech(paragraph(text))), layout });
    expect((await previewing.speech(`${KEY} reading`, reading)).missing).toEqual(missing);
  });

  it("EX-76 are those of the PDF in either layout, with the same lines on the last one", async () => {
    const typesetting = createTypesetting({ fontDir: undefined });
    try {
      for (const preset of ["gbt9704", "meeting"] as const) {
        const { document } = archivesSpeech;
        const preview = await previewing.speech(`whole ${preset}`, async () => textOf(document, preset));
        const made = await typesetting.pdf({
          format: "pdf",
          content: { kind: "clean", document, names: new Map(), threads: [] },
          paper: paperPreset(preset),
          numberingStyle: "nested",
          title: "讲话",
          madeAt: 0,
          watermark: null,
        });
        const file = await readPdf(made.bytes);
        expect(preview.pages).toHaveLength(file.pages.length);
        expect(new Set(preview.pages).size).toBe(file.pages.length);
        const [, ...onLast] = [...(file.pages.at(-1)?.lines ?? [])].reverse();
        const baselines = new Set(onLast.map(({ y }) => Math.round(y)));
        expect(preview.lastPageLines).toBe(baselines.size);
        const counted = spawnSync("pdfinfo", ["-"], { input: made.bytes, encoding: "utf8" });
        if (counted.error === undefined) {
          expect(Number(/^Pages: +(\d+)$/m.exec(counted.stdout)?.[1])).toBe(preview.pages.length);
        }
        expect(preview.replaced).toEqual(made.replaced);
        expect(preview.replaced).toContainEqual({ named: "仿宋_GB2312", by: "Noto Serif SC" });
      }
    } finally {
      await typesetting.close();
    }
  });

  it("EX-76 show what is proposed as if accepted, as the clean copy does", async () => {
    const own = { id: "s".repeat(20), person: "p".repeat(20), at: 1 };
    const proposed: DocumentNode = {
      type: "paragraph",
      content: [
        { type: "text", text: "加强" },
        { type: "text", text: "思想", marks: [{ type: "deletion", attrs: { ...own, of: null } }] },
        { type: "text", text: "作风", marks: [{ type: "insertion", attrs: { ...own, begins: null } }] },
      ],
    };
    const [shown] = (await previewOf(speech(proposed), "proposed")).pages;
    expect(shown).toBe((await previewOf(speech(paragraph("加强作风")), "accepted")).pages[0]);
    expect(shown).not.toBe((await previewOf(speech(paragraph("加强思想")), "rejected")).pages[0]);
  });

  it("EX-77 have new hashes only where something changed", async () => {
    const pages = (changed: string) =>
      previewOf(speech(lines(30, 0), paragraph(changed), lines(2 * 22, 0), lines(10, 5)));
    const before = await pages("这一段在第二页。");
    const after = await pages("这一段还在第二页。");
    expect(before.pages).toHaveLength(4);
    const changed = after.pages.flatMap((hash, index) => (hash === before.pages[index] ? [] : [index]));
    expect(changed).toEqual([1]);
    // A page of the list before is still there for whoever is fetching it.
    expect(await picture(before.pages[1] ?? "")).not.toBe(await picture(after.pages[1] ?? ""));
    expect(await pages("这一段还在第二页。")).toEqual(after);
  });

  it("EX-77 are pictures that hold every letter as a shape and refer to nothing", async () => {
    const hostile = '</svg><script>alert(1)</script> <a href="x">&amp; #read("/etc/passwd")';
    const { pages } = await previewOf(speech(paragraph(hostile), lines(3, 0)), "hostile");
    const svg = await picture(pages[0] ?? "", "hostile");
    expect(svg.match(/<(?!\/)(\w+)/g)?.every((tag) => /^<(?:svg|g|rect|path)$/.test(tag))).toBe(true);
    expect(svg).not.toMatch(/href|url\(|on\w+=|script/);
    // Outlines in the colour of ink: every letter of the three lines begins a shape of its own.
    expect(svg.match(/M-?[\d.]+ -?[\d.]+m/g)?.length).toBeGreaterThan(3 * 28);
    expect(await previewing.page("another speech", pages[0] ?? "")).toBeNull();
  });

  it("EX-78 end with so many lines, and with a last line of one or two characters told", async () => {
    const cases: readonly [readonly DocumentNode[], Partial<Preview>, boolean][] = [
      [[{ type: "paragraph" }], { lastPageLines: 0, lastLineCharacters: null }, false],
      [[lines(9, 0)], { lastPageLines: 9, lastLineCharacters: 28 }, false],
      [[lines(22, 2)], { lastPageLines: 1, lastLineCharacters: 2 }, true],
      // A short paragraph by itself is meant so.
      [[lines(22, 0), paragraph("谢谢！")], { lastPageLines: 1, lastLineCharacters: null }, false],
      [[lines(30, 2), { type: "paragraph" }], { lastPageLines: 9, lastLineCharacters: 2 }, true],
      [[lines(3, 3)], { lastPageLines: 4, lastLineCharacters: 3 }, false],
      // The full stop is no character of its own.
      [[paragraph(`${"字".repeat(28 - 2 + 2)}。`)], { lastPageLines: 2, lastLineCharacters: 2 }, true],
    ];
    for (const [index, [content, expected, short]] of cases.entries()) {
      const preview = await previewOf(speech(...content), `ending ${index}`);
      expect(preview, String(index)).toMatchObject(expected);
      expect(endsShort(preview), String(index)).toBe(short);
    }
    const table: DocumentNode = {
      type: "table",
      content: [{ type: "tableRow", content: [{ type: "tableCell", content: [paragraph("字")] }] }],
    };
    const tabled = await previewOf(speech(lines(2, 0), table), "table");
    expect(tabled).toMatchObject({ lastPageLines: 3, lastLineCharacters: null });
    expect(endsShort(tabled)).toBe(false);
  });

  it("EX-79 tell where a position in the text stands on them, by the blocks around it", async () => {
    const document = speech(lines(22, 0), lines(22, 0), lines(4, 0));
    const { places, pages } = await previewOf(document, "places");
    expect(pages).toHaveLength(3);
    expect(places.map(({ page }) => page)).toEqual([0, 1, 2]);
    expect(places.map(({ position }) => position)).toEqual([1, 1 + PAGE, 1 + 2 * PAGE]);
    expect(Math.floor(placeOnPaper(places, 3) ?? -1)).toBe(0);
    const middle = placeOnPaper(places, 1 + PAGE + PAGE / 2) ?? -1;
    expect(Math.floor(middle)).toBe(1);
    expect(placeOnPaper([], 5)).toBeNull();
    // A head that stands on both pages of its table, and an empty line.
    const cell = (text: string, type = "tableCell"): DocumentNode => ({ type, content: [paragraph(text)] });
    const rows = Array.from({ length: 40 }, (_, row) => ({
      type: "tableRow",
      content: [cell(`第${row}行`)],
    }));
    const head = { type: "tableRow", content: [cell("表头", "tableHeader")] };
    const table = { type: "table", content: [head, ...rows] };
    const long = await previewOf(speech({ type: "paragraph" }, table, paragraph("末段。")), "table places");
    expect(long.places).toHaveLength(42);
    expect(long.places.at(-1)?.page).toBe(long.pages.length - 1);
  });

  it("EX-80 are made again by a new process when theirs dies, and what it kept is asked for again", async (context) => {
    const ask = () => previewOf(speech(lines(3, 0)), "killed");
    const first = await ask();
    expect(await picture(first.pages[0] ?? "", "killed")).toContain("<path");
    const killed = spawnSync("pkill", ["-KILL", "-P", String(process.pid), "-f", "preview-process"]);
    if (killed.error !== undefined) return context.skip("pkill isn't on this machine");
    expect(killed.status).toBe(0);
    // Whoever asks before the end is noticed is told of a failure.
    const again = () => previewing.page("killed", first.pages[0] ?? "");
    await vi.waitFor(async () => expect(await again()).toBeNull(), { interval: 5, timeout: LIMIT_MS });
    expect(await ask()).toEqual(first);
    expect(await again()).not.toBeNull();
  });

  it("EX-80 that can't be made are an error, and the next are made", async () => {
    const broken = { ...textOf(speech(lines(1, 0))), update: new Uint8Array([9]) };
    await expect(previewing.speech("broken", async () => broken)).rejects.toThrow();
    expect((await previewOf(speech(lines(1, 0)), "broken")).pages).toHaveLength(1);
  });

  it("EX-81 are made once for all who ask together, of the text as it is at their turn", async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
      return textOf(speech(paragraph("旧")));
    };
    const all = await Promise.all(Array.from({ length: 10 }, () => previewing.speech("together", read)));
    expect(reads).toBe(1);
    expect(new Set(all.map(({ pages }) => pages.join())).size).toBe(1);
    // Somebody who asks while they are being made gets the text of after, not these.
    const later: Promise<Preview>[] = [];
    const during = await previewing.speech("together", async () => {
      later.push(previewOf(speech(paragraph("新")), "together"));
      return textOf(speech(paragraph("旧")));
    });
    expect(during.pages).toEqual(all[0]?.pages);
    expect((await Promise.all(later)).map(({ pages }) => pages[0])).not.toContain(during.pages[0]);
    expect(later).toHaveLength(1);
  });

  it("EX-81 wait in a line that is so long; past it one is asked to come again", async () => {
    const keys = Array.from({ length: LIMITS.previewsWaiting + 1 }, (_, index) => `waiting ${index}`);
    const ask = (key: string) => previewOf(speech(paragraph(key)), key);
    const outcomes = await Promise.allSettled(keys.map(ask));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(["too-many-requests"]);
    expect((await ask(keys.at(-1) ?? "")).pages).toHaveLength(1);
  });
});

it(
  "EX-80 the process ends when nobody looks any more, and when the server ends",
  async () => {
    const previewing = createPreviewing({ fontDir: undefined, idleMs: 0 });
    const ask = () => previewing.speech(KEY, async () => textOf(speech(paragraph("正文"))));
    const { pages } = await ask();
    const kept = () => previewing.page(KEY, pages[0] ?? "");
    await vi.waitFor(async () => expect(await kept()).toBeNull(), { interval: 5, timeout: LIMIT_MS });
    const refused = expect(ask()).rejects.toMatchObject({ code: "shutting-down" });
    await previewing.close();
    await refused;
  },
  LIMIT_MS,
);
