/** Documents that can be checked are checked: SPEC.md against test titles, README against settings. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SETTING_NAMES } from "@/server/config";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string) => readFileSync(path.join(ROOT, name), "utf8");
const RULE_ID = /\b(?:AC|AU|SY|ST|TX|ED|UI|CO|SU|VE|SG|WW|EX|LV|NT|IM|RC|OP)-\d{2,}\b/g;

/** Rule ids as SPEC.md defines them: `- **SY-03** …`. */
function definedRules(): string[] {
  return [...read("SPEC.md").matchAll(/^- \*\*([A-Z]{2}-\d{2,})\*\*/gm)].map(([, id = ""]) => id);
}

/** The ids anywhere in titles of tests and groups: the first string after `it(`, `describe(` (or `itRefuses(`, …). */
function quotedRules(): Set<string> {
  const names = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "tests"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const titles = names
    .split("\n")
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .flatMap((name) => [
      ...read(name).matchAll(
        /\b(?:it|test|describe)(?:[A-Z]\w*)?(?:\.\w+)*(?:\([^"'`]*?\))?\(\s*["'`]([^"'`]*)/g,
      ),
      // `it.each([…])("title")`
      ...read(name).matchAll(/\]\)\(\s*["'`]([^"'`]*)/g),
    ])
    .map(([, title = ""]) => title);
  return new Set(titles.flatMap((title) => title.match(RULE_ID) ?? []));
}

describe("SPEC.md", () => {
  it("numbers each rule once", () => {
    const ids = definedRules();
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("has no rule without a test", () => {
    const quoted = quotedRules();
    expect(definedRules().filter((id) => !quoted.has(id))).toEqual([]);
  });

  it("has every rule that a test quotes", () => {
    const defined = new Set(definedRules());
    expect([...quotedRules()].filter((id) => !defined.has(id))).toEqual([]);
  });
});

describe("README.md", () => {
  it("OP-01 lists exactly the settings that server/config.ts reads", () => {
    const settings = /## Settings\n([\s\S]*?)(?=\n## |$)/.exec(read("README.md"))?.[1] ?? "";
    const listed = [...settings.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name = ""]) => name);
    expect(listed.sort()).toEqual([...SETTING_NAMES].sort());
  });

  it("OP-70 has the proxy write every header that is believed of it", () => {
    const believed = [...read("server/http/edge.ts").matchAll(/forwarded\("([a-z-]+)"\)/g)].map(
      ([, name]) => name,
    );
    const proxy = /^location [\s\S]*?^}/m.exec(read("README.md"))?.[0] ?? "";
    const written = [...proxy.matchAll(/proxy_set_header (X-Forwarded-\S+)/g)].map(([, name = ""]) =>
      name.toLowerCase(),
    );
    expect(believed.length).toBeGreaterThan(0);
    expect(written.sort()).toEqual(believed.sort());
  });

  it("names only npm scripts that exist", () => {
    const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
    const named = [...read("README.md").matchAll(/`npm (?:run )?([a-z0-9:-]+)/g)].map(
      ([, name = ""]) => name,
    );
    const own = named.filter((name) => !["ci", "install"].includes(name));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it("docs/decisions/README.md lists every decision under its file's number, in order", () => {
  const files = readdirSync(path.join(ROOT, "docs/decisions")).filter((name) => /^\d/.test(name));
  const listed = [...read("docs/decisions/README.md").matchAll(/^- (\d+) \[.+\]\((.+)\)$/gm)];
  expect(listed.map(([, , name]) => name)).toEqual(files.sort());
  expect(listed.filter(([, number, name]) => !name?.startsWith(`${number}-`))).toEqual([]);
});

it("CHANGELOG.md has an entry for the version in package.json", () => {
  const { version }: { version: string } = JSON.parse(read("package.json"));
  expect(read("CHANGELOG.md")).toContain(`## ${version}`);
});
