/**
 * A ZIP as offices' documents use it (APPNOTE 6.3.10), read entry by entry from a stranger's bytes: what
 * isn't asked for is never unpacked, and unpacking stops at the limit, whatever the file says of its size.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { ImportError } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { readDirectory, type ZipEntry } from "./zip-directory";

/** Bit 0 of an entry's flags. */
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

export class ZipPackage {
  readonly #bytes: Buffer;
  /** By name in lower case: parts of an office package are found in any case. */
  readonly #entries = new Map<string, ZipEntry>();
  #unpackedBytes = 0;

  /** Throws ImportError `wrong-format`, `damaged`, `too-large` or `unsafe`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of readDirectory(this.#bytes)) {
      const key = entry.name.toLowerCase();
      // Two programs would read two different documents.
      if (this.#entries.has(key)) throw new ImportError("damaged", "an entry stands twice");
      this.#entries.set(key, entry);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Unpacks an entry; null when there is none. Throws ImportError. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return null;
    if ((entry.flags & ENCRYPTED) !== 0) throw new ImportError("encrypted");
    const content = this.#unpack(entry, this.#packed(entry));
    this.#unpackedBytes += content.length;
    if (content.length !== entry.size || crc32(content) !== entry.crc) {
      throw new ImportError("damaged", "checksum");
    }
    return content;
  }

  #packed({ offset, packedSize }: ZipEntry): Buffer {
    const bytes = this.#bytes;
    if (offset + LOCAL_HEADER_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
      throw new ImportError("damaged", "no entry where the directory says");
    }
    const start =
      offset + LOCAL_HEADER_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packedSize > bytes.length) throw new ImportError("damaged", "an entry is cut off");
    return bytes.subarray(start, start + packedSize);
  }

  #unpack({ method, size }: ZipEntry, packed: Buffer): Uint8Array {
    const room = LIMITS.importUnpackedBytes - this.#unpackedBytes;
    if (size > room) throw new ImportError("too-large", "unpacked");
    if (method === STORED) return packed;
    if (method !== DEFLATED) throw new ImportError("damaged", "packed in an unknown way");
    if (size === 0 && packed.length === 0) return packed;
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      const isMore = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      throw new ImportError(isMore ? "too-large" : "damaged", "unpacking");
    }
  }
}
