/** The .docx as another office program lays it out, where LibreOffice is at hand. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { writeDocx } from "@/server/export/docx/write-docx";
import { createTypesetting } from "@/server/export/typesetting";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
const folder = mkdtempSync(path.join(tmpdir(), "lectern-office-"));
afterAll(async () => {
  await typesetting.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Null where the program or a Chinese font isn't at hand. */
function printedByLibreOffice(docx: Uint8Array, name: string): Uint8Array | null {
  const fonts = spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" });
  if (fonts.error !== undefined || fonts.stdout === "") return null;
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, docx);
  const args = ["--headless", "--convert-to", "pdf", "--outdir", folder, file];
  const { error, status } = spawnSync("soffice", args, {
    env: { ...process.env, HOME: folder },
    stdio: "ignore",
  });
  if (error !== undefined || status !== 0) return null;
  return readFileSync(path.join(folder, `${name}.pdf`));
}

const NO_OFFICE = "LibreOffice with a Chinese font isn't at hand";
const AT = Date.UTC(2026, 10, 26);
const TIMEOUT = { timeout: 240_000 };

describe("a .docx in LibreOffice", () => {
  it.for(PAPER_PRESETS)("EX-85 has as many pages as the PDF: %s", TIMEOUT, async (preset, context) => {
    const { document } = archivesSpeech;
    const shared = {
      paper: paperPreset(preset),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
      watermark: null,
    } as const;
    const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
    const printed = printedByLibreOffice(
      writeDocx({ ...shared, ...content, words: { deletedComment: "" } }),
      preset,
    );
    if (printed === null) return context.skip(NO_OFFICE);
    const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content });
    const [ours, theirs] = [await readPdf(bytes), await readPdf(printed)];
    expect(theirs.pages.length).toBe(ours.pages.length);
  });

  it("EX-85 a full page has 22 lines of 28 characters there too", TIMEOUT, async (context) => {
    const words = "字".repeat(3 * 22 * 28);
    const document = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
    };
    const docx = writeDocx({
      paper: paperPreset("gbt9704"),
      numberingStyle: "nested",
      title: "讲话",
      madeAt: AT,
      watermark: null,
      document,
      names: new Map(),
      threads: [],
      words: { deletedComment: "" },
    });
    const printed = printedByLibreOffice(docx, "full");
    if (printed === null) return context.skip(NO_OFFICE);
    const body = (await readPdf(printed)).pages[1]?.lines.filter(({ text }) => text.startsWith("字")) ?? [];
    expect(body.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });
});
