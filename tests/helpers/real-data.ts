/** Real inputs that are on some machines and not part of the project. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The path of one of them; where it is missing the test is left out with `NO_REAL_DATA` as the reason. */
export function realData(name: string): { readonly path: string; readonly missing: boolean } {
  const path = join(resolve(process.env.LECTERN_REAL_DATA ?? "../shared/data"), name);
  return { path, missing: !existsSync(path) };
}

export const NO_REAL_DATA =
  "it reads real inputs, which aren't part of the project (set LECTERN_REAL_DATA to a folder that has them)";
