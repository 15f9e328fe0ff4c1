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
  const fonts = ran("fc-list", [":lang=zh-cn"]);
  if (fonts === null || fonts === "") return null;
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
    if (ran("soffice", args, { HOME: folder }) === null) return null;
    const read = (name: string) => readFileSync(path.join(saved, `${name}.${format}`));
    return new Map([...files.keys()].map((name) => [name, read(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it says; null where the program isn't installed. Throws when it fails, which no test may take for its absence. */
function ran(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string | null {
  const { error, status, signal, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return null;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status ?? signal}: ${stderr}`);
  return stdout;
}
