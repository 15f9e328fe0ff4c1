/** ZIPs in ZIPs that come to gigabytes, from some kilobytes. */
import { writeZip, type ZipPart } from "./zip-writer";

const ZEROS_BYTES = 100_000_000;
const COPIES = 20;

/** As one would name what is put into a Word document. */
const copiesOf = (archive: Uint8Array): ZipPart[] =>
  Array.from({ length: COPIES }, (_, at) => ({ name: `word/embeddings/${at}.zip`, content: archive }));

/** Two gigabytes in one level of ZIPs; with every further `level` twenty times as much. */
export function nestedGigabytes(levels = 1): ZipPart[] {
  let archive = writeZip([{ name: "zeros", content: new Uint8Array(ZEROS_BYTES) }]);
  for (let level = 1; level < levels; level += 1) archive = writeZip(copiesOf(archive));
  return copiesOf(archive);
}
