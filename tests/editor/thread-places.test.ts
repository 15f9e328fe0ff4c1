import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { placesOf, readThreadPlaces } from "@/components/editor/comments/thread-places";
import { documentSchema } from "@/core/document/schema";
import { threadIdSchema } from "@/core/ids";
import { speech } from "./speech-state";

const [MOVED, STRUCK] = ["m".repeat(20), "s".repeat(20)];
const by = { id: "d".repeat(20), person: "p".repeat(20), at: 1, of: null };

describe("where threads stand", () => {
  it("CO-44 at the words that stay, and at struck ones where there are no others; in the text's order", () => {
    const schema = documentSchema();
    const { tr } = EditorState.create({ doc: speech(["p", "甲乙丙丁"], ["p", "戊甲乙"]) });
    const comment = (thread: string) => schema.mark("comment", { thread });
    tr.addMark(1, 3, comment(MOVED)).addMark(8, 10, comment(MOVED)).addMark(3, 5, comment(STRUCK));
    tr.addMark(1, 5, schema.mark("deletion", by));
    expect([...readThreadPlaces(tr.doc)]).toEqual([
      [STRUCK, { from: 3, to: 5 }],
      [MOVED, { from: 8, to: 10 }],
    ]);
  });

  it("CO-32 a new thread is found before the typing pauses, one whose words are gone isn't", () => {
    const paused = speech(["p", "甲乙丙丁"]);
    const { tr } = EditorState.create({ doc: paused });
    const now = tr.insertText("戊", 5).addMark(2, 4, documentSchema().mark("comment", { thread: MOVED })).doc;
    const thread = (id: string, quote: string | null = "乙丙") => ({ id: threadIdSchema.parse(id), quote });
    const found = [...placesOf([thread(MOVED), thread(STRUCK)], { paused, now })];
    expect(found).toEqual([[MOVED, { from: 2, to: 4 }]]);
    // Without one that is missed the text of the pause is good enough.
    expect(placesOf([thread(MOVED, null)], { paused, now }).size).toBe(0);
  });
});
