import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LIST = "components/editor/shell/later-parts.ts";
/** What the editing page is made of. */
const FOLDERS = ["editor", "members", "import", "account", "sync"];

/** The files that a source loads only when they are needed, from the root and without their endings. */
function loadedLater(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(/import\("([^"]+)"\)/g)].map(([, name = ""]) =>
    name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(file), name),
  );
}

it("ED-64 all that the editing page loads later is fetched before it's wanted", () => {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, "components", folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join("components", folder, name)),
  );
  const wanted = new Set(sources.filter((file) => file !== LIST).flatMap(loadedLater));
  expect(wanted.size).toBeGreaterThan(15);
  expect(loadedLater(LIST).sort()).toEqual([...wanted].sort());
});
