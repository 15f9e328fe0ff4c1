/** A draft as it comes back from another office: a speech's own file, with a comment and a proposal of somebody outside. */
import { newPersonId } from "@/core/ids";
import { type SpeechFile, speechFileSchema } from "@/core/speech-file";

/** A thread of 王处长's, who also proposes a deletion, on a text of two paragraphs. */
export function returnedDraft(wang = newPersonId(), thread = "t".repeat(20)): SpeechFile {
  const mark = { type: "comment", attrs: { thread } };
  const struck = { type: "deletion", attrs: { id: "s".repeat(20), person: wang, at: 500, of: null } };
  return speechFileSchema.parse({
    format: "lectern-speech",
    fileVersion: 1,
    schemaVersion: 3,
    exportedAt: 1000,
    speech: {
      title: "回稿",
      speaker: "张三",
      occasion: "",
      dueOn: "2026-12-01",
      stage: "review",
      numberingStyle: "flat",
      charactersPerMinute: 180,
    },
    people: [{ id: wang, name: "王处长" }],
    document: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "要抓好" },
            { type: "text", text: "落实", marks: [mark] },
            { type: "text", text: "。" },
          ],
        },
        {
          type: "paragraph",
          content: [
            { type: "text", text: "外单位加的一段" },
            { type: "text", text: "话", marks: [struck] },
          ],
        },
      ],
    },
    threads: [
      {
        id: thread,
        quote: "落实",
        resolved: null,
        comments: [
          {
            id: "c".repeat(20),
            author: wang,
            body: "请写实",
            deleted: false,
            createdAt: 600,
            editedAt: null,
            mentions: [],
            reactions: [],
          },
        ],
      },
    ],
  });
}
