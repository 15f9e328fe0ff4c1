/** The central directory of a ZIP (APPNOTE 6.3.10, 4.3.12 to 4.3.16 and 4.5.3), ZIP64 included. */
import { ImportError } from "@/core/import";

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const END_64_BYTES = 56;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const ZIP64_EXTRA = 1;
/** Stands where a number is in the ZIP64 fields instead. */
const ELSEWHERE_32 = 0xffffffff;
const ELSEWHERE_16 = 0xffff;
/** A document of a thousand pictures has fewer. */
const MOST_ENTRIES = 5000;

interface Directory {
  readonly entries: number;
  readonly offset: number;
}

export function readDirectory(bytes: Buffer): ZipEntry[] {
  const { entries, offset } = findDirectory(bytes);
  if (entries > MOST_ENTRIES) throw new ImportError("too-large", "entries");
  const found: ZipEntry[] = [];
  for (let at = offset; found.length < entries; ) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) {
      throw new ImportError("damaged", "directory");
    }
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = lengths;
    const end = at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
    if (end > bytes.length) throw new ImportError("damaged", "directory");
    found.push(readEntry(bytes, at, nameBytes, extraBytes));
    at = end;
  }
  return found;
}

function readEntry(bytes: Buffer, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const nameEnd = at + ENTRY_BYTES + nameBytes;
  const name = safeName(bytes.toString("utf8", at + ENTRY_BYTES, nameEnd));
  const wide = wideNumbers(bytes.subarray(nameEnd, nameEnd + extraBytes));
  const number = (field: number) => {
    const value = bytes.readUInt32LE(at + field);
    return value === ELSEWHERE_32 ? wide() : value;
  };
  // The ZIP64 field holds those that are elsewhere, in this order.
  const [size, packedSize, offset] = [number(24), number(20), number(42)];
  return {
    name,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
  };
}

/** Nothing is written to a disk here, but whoever names an entry so means harm. */
function safeName(raw: string): string {
  const name = raw.replaceAll("\\", "/");
  const leadsOut = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
  if (leadsOut || name.includes("\0")) throw new ImportError("unsafe", "an entry's name");
  return name;
}

/** The numbers of an entry's ZIP64 field, one after the other. */
function wideNumbers(extra: Buffer): () => number {
  let field = extra.subarray(0, 0);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) field = extra.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  let at = 0;
  return () => {
    const value = wideNumber(field, at);
    at += 8;
    return value;
  };
}

function wideNumber(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw new ImportError("damaged", "ZIP64");
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw new ImportError("damaged", "ZIP64");
  return value;
}

function findDirectory(bytes: Buffer): Directory {
  const end = findEnd(bytes);
  const entries = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (entries !== ELSEWHERE_16 && offset !== ELSEWHERE_32) return { entries, offset };
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END_64_LOCATOR) return { entries, offset };
  const end64 = wideNumber(bytes, locator + 8);
  if (end64 + END_64_BYTES > bytes.length || bytes.readUInt32LE(end64) !== END_64) {
    throw new ImportError("damaged", "ZIP64");
  }
  return { entries: wideNumber(bytes, end64 + 32), offset: wideNumber(bytes, end64 + 48) };
}

/** A comment may stand behind the end record, which is why it is searched from the back. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) <= bytes.length) {
      return at;
    }
  }
  throw new ImportError(
    bytes.toString("latin1", 0, 4) === "PK\x03\x04" ? "damaged" : "wrong-format",
    "no end",
  );
}
