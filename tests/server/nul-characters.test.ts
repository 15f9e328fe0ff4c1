/** U+0000, which comes along with text from some PDF files and which PostgreSQL can't hold. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { newThreadSchema } from "@/core/review/thread-requests";
import { readJson } from "@/server/http/body";
import { UNCOUNTED } from "@/server/http/body-shares";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

describeOnBoth("texts with U+0000", ({ open }) => {
  it("CO-61 are stored without it, and are found so", async () => {
    const { addPerson, addSpeech, speeches, threads } = await openOffice(await open());
    const chief = await addPerson({ name: "主\0笔" });
    const { id } = await addSpeech(chief, { title: "动员\0讲话" });
    const comment = { id: newCommentId(), body: "从 PDF 粘来的\0字", mentions: [] };
    const made = await threads.create(chief, id, { id: newThreadId(), place: null, comment });
    expect(made.comments[0]).toMatchObject({ body: "从 PDF 粘来的字", author: { name: "主笔" } });
    const changed = await threads.changeComment(chief, id, comment.id, { body: "\0改过", mentions: [] });
    expect(changed.comments[0]?.body).toBe("改过");
    const list = await speeches.list(chief, { q: "动员\0讲话", archived: false });
    expect(list.speeches).toMatchObject([{ title: "动员讲话" }]);
  });
});

it("CO-61 requests are read without it: one of nothing else is empty", async () => {
  const read = (body: unknown) =>
    readJson(
      new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
      { mostBytes: LIMITS.requestBytes, share: UNCOUNTED },
    );
  expect(await read({ words: ["甲\0乙", 1, null], "\\u0000": "\\u0000" })).toEqual({
    words: ["甲乙", 1, null],
    "\\u0000": "\\u0000",
  });
  const thread = (body: string) => ({
    id: newThreadId(),
    place: null,
    comment: { id: newCommentId(), body, mentions: [] },
  });
  expect(newThreadSchema.safeParse(await read(thread("\0\0"))).success).toBe(false);
  expect(newThreadSchema.safeParse(await read(thread("\0字"))).success).toBe(true);
});
