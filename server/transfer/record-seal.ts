/**
 * A seal of the records, kept outside the database: how far each went and with which hash. Whoever may write the
 * whole database can write a record anew, chain and head; against a copy of the hashes elsewhere that shows.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import * as z from "zod";
import { StartError } from "../start-error";

/** By the speech's id. */
export type SealedHeads = Readonly<Record<string, { readonly entries: number; readonly hash: string }>>;

const sealSchema = z.strictObject({
  format: z.literal("lectern-record-seal"),
  version: z.literal(1),
  /** ISO time. */
  sealedAt: z.string(),
  heads: z.record(
    z.string(),
    z.strictObject({ entries: z.number().int().nonnegative(), hash: z.string().max(128) }),
  ),
});

/** Null where there is no file yet. Throws StartError for one that is no seal: it may have been tampered with. */
export async function readSeal(file: string): Promise<SealedHeads | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new StartError(`${file} can't be read: ${error.message}`);
  });
  if (text === null) return null;
  const seal = sealSchema.safeParse(parsed(text));
  if (!seal.success) throw new StartError(`${file} is no seal of Lectern's records, or it was damaged.`);
  return seal.data.heads;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All or nothing: a seal that is half written would accuse everybody. */
export async function writeSeal(file: string, heads: SealedHeads, now: Date): Promise<void> {
  const seal = { format: "lectern-record-seal", version: 1, sealedAt: now.toISOString(), heads };
  const beside = `${file}.part`;
  try {
    await writeFile(beside, `${JSON.stringify(seal, null, 1)}\n`, { mode: 0o600 });
    await rename(beside, file);
  } catch (error) {
    throw new StartError(`${file} can't be written: ${error instanceof Error ? error.message : error}`);
  }
}
