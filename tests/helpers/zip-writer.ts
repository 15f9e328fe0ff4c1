/** Writes a ZIP as it is told, also one that no honest program writes (APPNOTE 6.3.10). */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Bit 0: encrypted; bit 3: sizes stand behind the content. */
  readonly flags?: number;
  readonly crc?: number;
  /** The size that the directory gives. */
  readonly size?: number;
  readonly method?: number;
  /** Sizes and offset in the ZIP64 field. */
  readonly isWide?: boolean;
}

const LATER = 8;
const ELSEWHERE = 0xffffffff;

export function writeZip(parts: readonly ZipPart[], { wideEnd = false } = {}): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.method === 0 ? content : deflateRawSync(content);
    const facts = {
      name: Buffer.from(part.name),
      flags: part.flags ?? 0,
      method: part.method ?? 8,
      crc: part.crc ?? crc32(content),
      size: part.size ?? content.length,
      packed: packed.length,
    };
    const isLater = (facts.flags & LATER) !== 0;
    const local = fields([4, 0x04034b50], [2, 20], [2, facts.flags], [2, facts.method], [4, 0]);
    const sizes = isLater ? [0, 0, 0] : [facts.crc, facts.packed, facts.size];
    const descriptor = isLater
      ? fields([4, 0x08074b50], [4, facts.crc], [4, facts.packed], [4, facts.size])
      : Buffer.alloc(0);
    const file = Buffer.concat([
      local,
      fields(...sizes.map((value) => [4, value] as const), [2, facts.name.length], [2, 0]),
      facts.name,
      packed,
      descriptor,
    ]);
    const wide = part.isWide
      ? fields([2, 1], [2, 24], [8, facts.size], [8, facts.packed], [8, offset])
      : Buffer.alloc(0);
    const told = part.isWide ? [ELSEWHERE, ELSEWHERE, ELSEWHERE] : [facts.packed, facts.size, offset];
    directory.push(
      fields([4, 0x02014b50], [2, 20], [2, 20], [2, facts.flags], [2, facts.method], [4, 0], [4, facts.crc]),
      fields([4, told[0] ?? 0], [4, told[1] ?? 0], [2, facts.name.length], [2, wide.length], [2, 0]),
      fields([2, 0], [2, 0], [4, 0], [4, told[2] ?? 0]),
      facts.name,
      wide,
    );
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end64 = fields(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, parts.length],
    [8, parts.length],
    [8, entries.length],
    [8, offset],
  );
  const locator = fields([4, 0x07064b50], [4, 0], [8, offset + entries.length], [4, 1]);
  const count = wideEnd ? 0xffff : parts.length;
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, wideEnd ? ELSEWHERE : entries.length],
    [4, wideEnd ? ELSEWHERE : offset],
    [2, 0],
  );
  return Buffer.concat([...files, entries, ...(wideEnd ? [end64, locator] : []), end]);
}

/** Little-endian numbers: how many bytes, and the value. */
function fields(...values: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
