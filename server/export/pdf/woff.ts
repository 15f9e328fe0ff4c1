/** A font packed as WOFF 1.0 (W3C) unpacked to the TrueType or OpenType file that it was made from. */
import { inflateSync } from "node:zlib";

const HEADER = 44;
const PACKED_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** Throws RangeError for anything else. */
export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("not a WOFF file");
  const tables = woff.readUInt16BE(12);
  const sfnt = Buffer.alloc(woff.readUInt32BE(16));
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  writeSearchHints(sfnt, tables);
  let at = SFNT_HEADER + SFNT_ENTRY * tables;
  for (let index = 0; index < tables; index += 1) {
    const entry = HEADER + PACKED_ENTRY * index;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const stored = woff.subarray(offset, offset + packed);
    const target = SFNT_HEADER + SFNT_ENTRY * index;
    woff.copy(sfnt, target, entry, entry + 4); // the table's tag
    woff.copy(sfnt, target + 4, entry + 16, entry + 20); // its checksum
    sfnt.writeUInt32BE(at, target + 8);
    sfnt.writeUInt32BE(length, target + 12);
    (packed < length ? inflateSync(stored) : stored).copy(sfnt, at);
    at += Math.ceil(length / 4) * 4;
  }
  return sfnt;
}

/** The table directory's binary search: OpenType, "Table directory". */
function writeSearchHints(sfnt: Buffer, tables: number): void {
  const power = Math.floor(Math.log2(Math.max(1, tables)));
  sfnt.writeUInt16BE(tables, 4);
  sfnt.writeUInt16BE(2 ** power * SFNT_ENTRY, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE((tables - 2 ** power) * SFNT_ENTRY, 10);
}
