/** LibreOffice, where it is at hand: files as another office program takes them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const NO_OFFICE = "LibreOffice isn't at hand";
export const NO_OFFICE_OR_FONT = "LibreOffice with a Chinese font isn't at hand";
/** It starts anew for each call, beside whatever else the machine does. */
export const OFFICE_LIMIT = { timeout: 240_000 };

/** As PDF, by one start of the program, which takes longer than a file; null where it or a Chinese font isn't at hand. */
export function printedByLibreOffice(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> | null {
  const fonts = spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" });
  if (fonts.error !== undefined || fonts.stdout === "") return null;
  return savedByLibreOffice(files, "pdf");
}

/** Opened and saved as other files, by their names without an ending; null where the program isn't at hand. */
export function savedByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
  format: "pdf" | "docx" | "fodt",
): Map<string, Uint8Array> | null {
  const folder = mkdtempSync(path.join(tmpdir(), "lectern-office-"));
  try {
    const saved = path.join(folder, "saved");
    const paths = [...files].map(([name, docx]) => {
      const file = path.join(folder, `${name}.docx`);
      writeFileSync(file, docx);
      return file;
    });
    const args = ["--headless", "--convert-to", format, "--outdir", saved, ...paths];
    const { error, status } = spawnSync("soffice", args, {
      env: { ...process.env, HOME: folder },
      stdio: "ignore",
    });
    if (error !== undefined || status !== 0) return null;
    const read = (name: string) => readFileSync(path.join(saved, `${name}.${format}`));
    return new Map([...files.keys()].map((name) => [name, read(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
