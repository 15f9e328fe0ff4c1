/**
 * The lines of an archive: a header, a line per row, a footer with counts and a SHA-256 over the row
 * lines. Bytes are base64. An archive without its footer is half an archive and is refused.
 */
import { createHash } from "node:crypto";
import { StringDecoder } from "node:string_decoder";
import { z } from "zod";
import type { Row } from "./archive-rows";
import type { ArchiveTable } from "./archive-tables";

/** Raised when the lines change in a way that an older program can't read. */
const FORMAT = 1;

const headerSchema = z.object({ lectern: z.literal(FORMAT), migrations: z.array(z.string()) });
const rowSchema = z.object({ table: z.string(), row: z.array(z.unknown()) });
const footerSchema = z.object({ counts: z.record(z.string(), z.number()), sha256: z.string() });

export type Header = z.infer<typeof headerSchema>;
export type Footer = z.infer<typeof footerSchema>;

export const encodeHeader = (migrations: readonly string[]) =>
  JSON.stringify({ lectern: FORMAT, migrations });

export function encodeRow(table: ArchiveTable, row: Row): string {
  const values = table.columns.map((column) => {
    const value = row[column];
    return value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;
  });
  return JSON.stringify({ table: table.name, row: values });
}

/** Throws for a line that isn't a row of this table. */
export function decodeRow(table: ArchiveTable, values: readonly unknown[]): Row {
  if (values.length !== table.columns.length) throw new RangeError(`a row of ${table.name} is incomplete`);
  return Object.fromEntries(table.columns.map((column, index) => [column, decodeValue(values[index])]));
}

function decodeValue(value: unknown): string | number | null | Uint8Array {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  const { base64 } = z.object({ base64: z.base64() }).parse(value);
  return Buffer.from(base64, "base64");
}

export type Line =
  | ({ readonly kind: "header" } & Header)
  | { readonly kind: "row"; readonly table: string; readonly row: readonly unknown[] }
  | ({ readonly kind: "footer" } & Footer);

/** Throws for anything else. */
export function decodeLine(line: string): Line {
  const json: unknown = JSON.parse(line);
  const row = rowSchema.safeParse(json);
  if (row.success) return { kind: "row", ...row.data };
  const footer = footerSchema.safeParse(json);
  if (footer.success) return { kind: "footer", ...footer.data };
  return { kind: "header", ...headerSchema.parse(json) };
}

/** The lines of a text that comes in chunks; one may be many chunks long, and each is looked through once. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...others] = decoder.write(chunk).split("\n");
    parts.push(first);
    for (const other of others) {
      yield parts.join("");
      parts = [other];
    }
  }
  const rest = parts.join("");
  if (rest !== "") yield rest;
}

/** Adds up row lines; the same rows give the same footer in every database. */
export class Checksum {
  private readonly hash = createHash("sha256");
  private readonly counts: Record<string, number> = {};

  add(table: ArchiveTable, line: string): void {
    this.hash.update(line).update("\n");
    this.counts[table.name] = (this.counts[table.name] ?? 0) + 1;
  }

  /** Call once, at the end. */
  footer(): Footer {
    return { counts: this.counts, sha256: this.hash.digest("hex") };
  }
}
