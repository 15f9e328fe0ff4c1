/** Holds the import rules and house rules of the tree; README's "Where things live" describes them. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LONGEST_FILE = 300;
const VAGUE_NAME = /^(utils?|helpers?|common|misc|shared)$/;

interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** Imported modules, relative ones as paths from the root without extension. */
  readonly imports: readonly string[];
}

/** Files of the tree, also new ones that aren't committed yet. */
function sourceFiles(): readonly SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((name) => /\.(ts|tsx|mjs|css)$/.test(name) && name !== "next-env.d.ts")
    .flatMap((name) => {
      const text = readIfThere(path.join(ROOT, name));
      return text === null ? [] : [{ name, text, imports: importsOf(name, text) }];
    });
}

/** Null for a file that git still lists but that was just deleted. */
function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function importsOf(name: string, text: string): readonly string[] {
  const found = text.matchAll(/(?:from|import|import\()\s*["']([^"']+)["']/g);
  return [...found].map(([, specifier = ""]) => {
    if (specifier.startsWith("@/")) return specifier.slice(2);
    if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(name), specifier);
    return specifier;
  });
}

const files = sourceFiles();
const product = files.filter(({ name }) => /^(core|server|app|components)\//.test(name));

/** `file → import` for every import in `folder` that matches `forbidden`. */
function offences(folder: string, forbidden: (imported: string) => boolean): string[] {
  return files
    .filter(({ name }) => name.startsWith(`${folder}/`))
    .flatMap(({ name, imports }) => imports.filter(forbidden).map((imported) => `${name} → ${imported}`));
}

const inFolder = (imported: string, ...folders: string[]) =>
  folders.some((folder) => imported === folder || imported.startsWith(`${folder}/`));
const isPackage = (imported: string, ...names: string[]) => inFolder(imported, ...names);

describe("imports", () => {
  it("core imports npm packages and itself, never Node, React, Next or another folder", () => {
    const forbidden = (imported: string) =>
      imported.startsWith("node:") ||
      isPackage(imported, "react", "react-dom", "next", "next-auth", "@tiptap/react") ||
      inFolder(imported, "server", "app", "components", "tests", "scripts");
    expect(offences("core", forbidden)).toEqual([]);
  });

  it("server/sync knows no database, sign-in, HTTP or socket library", () => {
    const forbidden = (imported: string) =>
      inFolder(
        imported,
        "server/db",
        "server/auth",
        "server/services",
        "server/build",
        "app",
        "components",
      ) ||
      isPackage(imported, "ws", "next", "next-auth", "kysely", "pg", "better-sqlite3", "pino", "node:http");
    expect(offences("server/sync", forbidden)).toEqual([]);
  });

  it("only server/build.ts brings sync, db and auth together", () => {
    const parts = ["server/sync", "server/db", "server/auth"];
    const wiring = product.filter(({ imports }) =>
      parts.every((part) => imports.some((imported) => inFolder(imported, part))),
    );
    expect(wiring.map(({ name }) => name).filter((name) => name !== "server/build.ts")).toEqual([]);
  });

  it("pages and routes hold no SQL and no Yjs", () => {
    const forbidden = (imported: string) =>
      isPackage(imported, "yjs", "y-protocols", "y-websocket", "kysely", "pg", "better-sqlite3") ||
      inFolder(imported, "server/db", "server/sync", "server/build");
    expect(offences("app", forbidden)).toEqual([]);
  });

  it("components import core and npm packages, nothing of the server", () => {
    const forbidden = (imported: string) =>
      imported.startsWith("node:") || inFolder(imported, "server", "app", "tests", "scripts");
    expect(offences("components", forbidden)).toEqual([]);
  });

  it("the server imports nothing of the browser's", () => {
    const forbidden = (imported: string) =>
      inFolder(imported, "components", "tests") || isPackage(imported, "react", "react-dom", "@mantine/core");
    expect(offences("server", forbidden)).toEqual([]);
  });
});

describe("files", () => {
  it(`none is longer than ${LONGEST_FILE} lines`, () => {
    const long = files
      .map(({ name, text }) => ({ name, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  it("the styles of every Mantine component that is used are there", () => {
    const loaded = product.find(({ name }) => name === "components/theme/mantine-styles.ts")?.text ?? "";
    const used = product.flatMap(({ text }) =>
      [...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, names = ""]) =>
        names.split(",").map((name) => name.trim()),
      ),
    );
    const styled = (name: string) =>
      readIfThere(path.join(ROOT, `node_modules/@mantine/core/styles/${name}.layer.css`)) !== null;
    const missing = [...new Set(used)].filter(
      (name) => styled(name) && !loaded.includes(`/${name}.layer.css`),
    );
    expect(used).toContain("Button");
    expect(missing).toEqual([]);
  });

  it("product code has no vague names", () => {
    const vague = product.filter(({ name }) =>
      name.split("/").some((part) => VAGUE_NAME.test(part.replace(/\..*$/, ""))),
    );
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it("product code has no barrels: no file only passes on what others export", () => {
    const barrels = product.filter(({ name, text }) => {
      if (!/\.tsx?$/.test(name)) return false;
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
      // Route files of Next re-export one handler under two names by design.
      if (code === "" || name.startsWith("app/api/")) return false;
      return code
        .split(";")
        .every((part) => part.trim() === "" || /^export\b[\s\S]*\bfrom\b/.test(part.trim()));
    });
    expect(barrels.map(({ name }) => name)).toEqual([]);
  });

  it("the environment is read in server/config.ts only", () => {
    const readers = product.filter(({ text }) => text.includes("process.env"));
    const allowed = ["server/config.ts", "server/main.ts", "server/transfer/main.ts"];
    expect(readers.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe("tests", () => {
  const tests = files.filter(
    ({ name }) => name.startsWith("tests/") && name !== "tests/architecture.test.ts",
  );

  it("none waits for time to pass", () => {
    const sleeping = tests.filter(({ text }) =>
      /new Promise(<[^>]*>)?\(\s*\(?(resolve|done|r)\)?\s*=>\s*setTimeout\(|waitForTimeout\(|setTimeout\b.*from "(node:)?timers\/promises"/.test(
        text,
      ),
    );
    expect(sleeping.map(({ name }) => name)).toEqual([]);
  });

  it("none is focused or switched off", () => {
    const switched = tests.filter(({ text }) =>
      /\b(it|test|describe|suite)(\.describe)?\.(only|todo|fixme|fails)\b|\b(it|test|describe)\.skip\(\s*["'`]/.test(
        text,
      ),
    );
    expect(switched.map(({ name }) => name)).toEqual([]);
  });

  it("EX-01 none makes a .docx past what puts it to Microsoft's validator", () => {
    const checked = ["checked-exports", "docx-checks", "import-office"].map(
      (name) => `tests/helpers/${name}.ts`,
    );
    const makers =
      /\b(writeDocx|writeReadingDocx|fillOrder|fillTypesetOrder|createExporter|createTypesetting)\b[^}]*\} from "@\/server\/export\/|\bcreateExportService\b/;
    const past = tests.filter(
      ({ name, text }) =>
        !name.startsWith("tests/bench/") &&
        ((makers.test(text) && !checked.includes(name)) ||
          (text.includes('waitForEvent("download")') && name !== "tests/e2e/downloaded.ts")),
    );
    expect(past.map(({ name }) => name)).toEqual([]);
  });

  it("every test file has a name that a runner picks up", () => {
    const lost = tests.filter(
      ({ name, text }) =>
        /from "(vitest|@playwright\/test)"/.test(text) &&
        /^(it|test|describe)\(/m.test(text) &&
        !(name.startsWith("tests/e2e/") ? name.endsWith(".spec.ts") : name.endsWith(".test.ts")),
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});
