import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { acceptedText } from "@/server/services/accepted-text";

const speech = (...content: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content }],
});

it("RC-02 a signature stands for the words, whatever marks for reading aloud come after it", () => {
  const signed = acceptedText(speech({ type: "text", text: "重视基层。" })).textHash;
  const marked = speech(
    { type: "text", text: "重", marks: [{ type: "pinyin", attrs: { reading: "zhòng" } }] },
    { type: "text", text: "视" },
    { type: "cue", attrs: { kind: "pause" } },
    { type: "text", text: "基层", marks: [{ type: "stress" }] },
    { type: "text", text: "。" },
  );
  expect(acceptedText(marked).textHash).toBe(signed);
  expect(acceptedText(speech({ type: "text", text: "重视基层！" })).textHash).not.toBe(signed);
  const bold = speech({ type: "text", text: "重视基层。", marks: [{ type: "bold" }] });
  expect(acceptedText(bold).textHash).not.toBe(signed);
});
