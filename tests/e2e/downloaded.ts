import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { docxErrors } from "../helpers/ooxml-validator";

/** The file that comes to be saved once asked for; Word's, alone or in a ZIP, are put to Microsoft's validator. */
export async function downloaded(
  page: Page,
  ask: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await ask();
  const download = await coming;
  const name = download.suggestedFilename();
  const bytes = await readFile(await download.path());
  const files = name.endsWith(".zip") ? unzipSync(bytes) : { [name]: bytes };
  for (const [file, content] of Object.entries(files)) {
    if (file.endsWith(".docx")) expect((await docxErrors(content)) ?? [], file).toEqual([]);
  }
  return { name, bytes };
}
