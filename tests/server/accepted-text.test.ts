import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { acceptedText } from "@/server/services/accepted-text";

const speech = (...content: DocumentNode[]): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content }],
});

const hashOf = (document: DocumentNode) => acceptedText(document, "nested").textHash;

it("RC-02 a signature stands for the words, whatever marks for reading aloud come after it", () => {
  const signed = hashOf(speech({ type: "text", text: "重视基层。" }));
  const marked = speech(
    { type: "text", text: "重", marks: [{ type: "pinyin", attrs: { reading: "zhòng" } }] },
    { type: "text", text: "视" },
    { type: "cue", attrs: { kind: "pause" } },
    { type: "text", text: "基层", marks: [{ type: "stress" }] },
    { type: "text", text: "。" },
  );
  expect(hashOf(marked)).toBe(signed);
  expect(hashOf(speech({ type: "text", text: "重视基层！" }))).not.toBe(signed);
  const bold = speech({ type: "text", text: "重视基层。", marks: [{ type: "bold" }] });
  expect(hashOf(bold)).not.toBe(signed);
});
