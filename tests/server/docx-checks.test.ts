/** What of the .docx that a test makes is put to the validator, where it makes many. */
import { expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import type { DocxInput } from "@/server/export/docx/write-docx";
import { paragraph, speech, text } from "../helpers/document-nodes";
import { together } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";

const input = (preset: "gbt9704" | "meeting", words: string): DocxInput => ({
  document: speech(paragraph(text(words))),
  paper: paperPreset(preset),
  numberingStyle: "nested",
  title: "讲话",
  madeAt: 0,
  watermark: null,
  names: new Map(),
  threads: [],
  words: { deletedComment: "" },
});
/** In place of a file, which nothing here reads. */
const bytes = (sign: number) => new Uint8Array([sign]);

it("EX-01 many files that differ in their text are put to it as one, and the last of them as the test has it", async () => {
  const files = ["甲", "乙", "丙"].map((words, index) => ({
    bytes: bytes(index),
    input: input("gbt9704", words),
  }));
  const [alone, unknown] = [{ bytes: bytes(7), input: input("meeting", "丁") }, { bytes: bytes(8) }];
  const [all = bytes(0), ...others] = await together([
    ...files.slice(0, 2),
    alone,
    unknown,
    ...files.slice(2),
  ]);
  expect(new DocxReader(all).lines("accept").join("")).toBe("甲乙丙");
  expect(others).toEqual([bytes(2), bytes(7), bytes(8)]);
});
