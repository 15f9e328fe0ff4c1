/** Every kind of PDF as a file, by programs that share nothing with what writes them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { createTypesetting } from "../helpers/checked-exports";
import { GOLDEN_PDFS, goldenPdf } from "../helpers/golden-papers";

const typesetting = createTypesetting({ fontDir: undefined });
const folder = mkdtempSync(path.join(tmpdir(), "lectern-pdf-"));
afterAll(async () => {
  await typesetting.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Those that come with the program. */
const OWN_FONT = /^[A-Z]{6}\+(NotoSerifSC|NotoSansHans|LXGWWenKai|Tinos)-/;

/** Null where the program isn't at hand. */
function run(
  program: string,
  args: readonly string[],
): { readonly status: number | null; readonly out: string } | null {
  const { error, status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return error === undefined ? { status, out: stdout } : null;
}

for (const kind of GOLDEN_PDFS) {
  it(`EX-35 qpdf finds no fault, and every font is embedded: ${kind}`, async (context) => {
    const file = path.join(folder, `${kind}.pdf`);
    const { bytes, isInOwnFonts } = await goldenPdf(typesetting, kind);
    writeFileSync(file, bytes);
    const check = run("qpdf", ["--check", file]);
    const fonts = run("pdffonts", [file]);
    if (check === null || fonts === null) return context.skip("qpdf or pdffonts isn't on this machine");
    expect(check.status, check.out).toBe(0);
    const rows = fonts.out.trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/ yes yes yes +\d+ +\d+$/);
    // Another machine may have no font for a sign of ours that the program's own lack.
    if (isInOwnFonts) for (const row of rows) expect(row).toMatch(OWN_FONT);
  }, 120_000);
}
