/** The compiler itself is asked what it says of a schema with one node or look more. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMPILER = path.join(ROOT, "node_modules/typescript/bin/tsc");

/** Where each format's tables are. */
const FORMATS = {
  text: ["core/text/document-text.ts", "core/text/count.ts"],
  Markdown: ["core/text/markdown.ts"],
  HTML: ["core/text/html.ts"],
  Word: ["server/export/docx/blocks.ts", "server/export/docx/run.ts"],
  PDF: ["server/export/pdf/blocks.ts", "server/export/pdf/line.ts"],
  "reading copy": ["server/export/reading/blocks.ts", "core/text/placed-text.ts"],
};

/** The files that don't compile for want of `added` once `list` in `file` has it. */
async function incompleteWith({ file, list, added }: Record<"file" | "list" | "added", string>) {
  const folder = await mkdtemp(path.join(tmpdir(), "mapping-"));
  try {
    const source = await readFile(path.join(ROOT, file), "utf8");
    const more = source.replace(`export const ${list} = [`, `$&"${added}", `);
    expect(more, list).not.toBe(source);
    const changed = path.join(folder, path.basename(file));
    await writeFile(changed, more.replaceAll('"./', '"@/core/document/'));
    await cp(path.join(ROOT, "tsconfig.json"), path.join(folder, "base.json"));
    const paths = { [`@/${file.replace(/\.ts$/, "")}`]: [changed], "@/*": [`${ROOT}/*`] };
    const config = {
      extends: "./base.json",
      compilerOptions: { paths, incremental: false, typeRoots: [path.join(ROOT, "node_modules/@types")] },
      include: [],
      files: Object.values(FORMATS)
        .flat()
        .map((name) => path.join(ROOT, name)),
    };
    await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const said = await compile(path.join(folder, "tsconfig.json"));
    const wanting = said.split("\n").filter((line) => line.includes(`Property '${added}' is missing`));
    return Object.values(FORMATS)
      .flat()
      .filter((name) => wanting.some((line) => line.includes(`${name}(`)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the compiler says; it ends with a failure, since it has something to say. */
const compile = (config: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMPILER, "--project", config, "--pretty", "false"], (_, said) =>
      resolve(said),
    );
  });

it("EX-10 an inline node without a place in one of the formats doesn't compile", async () => {
  const file = "core/document/node-names.ts";
  expect(await incompleteWith({ file, list: "INLINE_NAMES", added: "formula" })).toEqual([
    "core/text/count.ts",
    "core/text/markdown.ts",
    "core/text/html.ts",
    "server/export/docx/run.ts",
    "server/export/pdf/line.ts",
    "server/export/reading/blocks.ts",
    "core/text/placed-text.ts",
  ]);
});

it("EX-10 a block without a place in one of the formats doesn't compile", async () => {
  const file = "core/document/node-names.ts";
  expect(await incompleteWith({ file, list: "BLOCK_NAMES", added: "picture" })).toEqual([
    "core/text/document-text.ts",
    "core/text/markdown.ts",
    "core/text/html.ts",
    "server/export/docx/blocks.ts",
    "server/export/pdf/blocks.ts",
    "server/export/reading/blocks.ts",
  ]);
});

it("EX-10 a look without a place in one of the formats doesn't compile", async () => {
  const file = "core/document/looks.ts";
  expect(await incompleteWith({ file, list: "LOOK_NAMES", added: "underlined" })).toEqual([
    "core/text/markdown.ts",
    "core/text/html.ts",
    "server/export/docx/run.ts",
    "server/export/pdf/line.ts",
    "server/export/reading/blocks.ts",
  ]);
});
