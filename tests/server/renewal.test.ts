/** What a start renews, on small repositories in the temporary folder: nothing is installed or built here. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashSources, isBuilt } from "../../scripts/build.mjs";
import { installReason } from "../../scripts/install.mjs";

const SQLITE = path.resolve("node_modules/better-sqlite3");

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "lectern-renewal-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

describe("dependencies", () => {
  const LOCKED = {
    "": {},
    "node_modules/yjs": { version: "13.6.33" },
    "node_modules/elsewhere": { version: "1.0.0", optional: true },
  };
  const lock = (packages: object) => write("package-lock.json", JSON.stringify({ packages }));
  const installed = (packages: object) =>
    write("node_modules/.package-lock.json", JSON.stringify({ packages }));

  beforeEach(() => {
    lock(LOCKED);
    installed({ "node_modules/yjs": { version: "13.6.33" } });
    symlinkSync(SQLITE, path.join(root, "node_modules/better-sqlite3"), "junction");
  });

  it("OP-63 aren't installed again when the locked ones are there", () => {
    expect(installReason(root)).toBeNull();
  });

  it("OP-63 are installed when another version is locked, or one more", () => {
    lock({ ...LOCKED, "node_modules/yjs": { version: "13.6.34" } });
    expect(installReason(root)).toBe("yjs isn't 13.6.34");
    lock({ ...LOCKED, "node_modules/ws": { version: "8.23.0" } });
    expect(installReason(root)).toBe("ws isn't 8.23.0");
  });

  it("OP-63 are installed after an install that was cut short", () => {
    write("node_modules/.package-lock.json", '{ "packages": {');
    expect(installReason(root)).toBe("none are installed");
    rmSync(path.join(root, "node_modules/.package-lock.json"));
    expect(installReason(root)).toBe("none are installed");
  });

  it("OP-63 are installed when the storage's machine code doesn't load", () => {
    rmSync(path.join(root, "node_modules/better-sqlite3"));
    expect(installReason(root)).toContain("better-sqlite3 doesn't load");
  });
});

describe("the build", () => {
  beforeEach(() => {
    write("core/text.ts", "export const text = 1;\n");
    write("app/page.tsx", "export default null;\n");
    write("package-lock.json", "{}");
    write(".next/BUILD_ID", "1");
    write("dist/build-stamp", hashSources(root));
  });

  it("OP-63 isn't made again of the same sources", () => {
    write("README.md", "Nothing that a build is made of.\n");
    expect(isBuilt(root)).toBe(true);
  });

  it.each<[string, () => void]>([
    ["changed", () => write("core/text.ts", "export const text = 2;\n")],
    ["added", () => write("server/new.ts", "")],
    ["removed", () => rmSync(path.join(root, "app/page.tsx"))],
    ["renamed", () => renameSync(path.join(root, "core/text.ts"), path.join(root, "core/words.ts"))],
  ])("OP-63 is made again when a source was %s", (_, change) => {
    change();
    expect(isBuilt(root)).toBe(false);
  });

  it.each(["dist/build-stamp", ".next/BUILD_ID"])("OP-63 is made again when it ended before %s", (last) => {
    rmSync(path.join(root, last));
    expect(isBuilt(root)).toBe(false);
  });
});
