/** The tests with LibreOffice are left out where it isn't installed, and nowhere else. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { printedByLibreOffice, savedByLibreOffice } from "../helpers/libre-office";

const FILES = new Map([["one", new Uint8Array()]]);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lectern-programs-"));
  vi.stubEnv("PATH", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function installed(program: string, script: string): void {
  const file = path.join(folder, program);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

it("EX-85 where LibreOffice isn't installed, or no Chinese font, its tests are left out", () => {
  expect(savedByLibreOffice(FILES, "fodt")).toBeNull();
  expect(printedByLibreOffice(FILES)).toBeNull();
  installed("fc-list", "exit 0");
  expect(printedByLibreOffice(FILES)).toBeNull();
});

it("EX-85 where it fails, crashes or saves nothing, its tests fail", () => {
  installed("fc-list", "echo font");
  installed("soffice", "echo no memory >&2; exit 77");
  expect(() => printedByLibreOffice(FILES)).toThrow(/soffice ended with 77: no memory/);
  installed("soffice", "kill -9 $$");
  expect(() => savedByLibreOffice(FILES, "docx")).toThrow(/SIGKILL/);
  installed("soffice", "exit 0");
  expect(() => savedByLibreOffice(FILES, "docx")).toThrow(/ENOENT/);
});
