/** The parts of a .docx as one file. */
import { strToU8, zipSync } from "fflate";

/** The earliest time that a ZIP can hold: equal contents make equal files. */
const ZIP_TIME = new Date(1980, 0, 1);

/** `parts`: texts by their names in the package. */
export function zipParts(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime: ZIP_TIME,
  });
}
