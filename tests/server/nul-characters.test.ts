/** U+0000, which comes along with text from some PDF files and which PostgreSQL can't hold. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { newThreadSchema } from "@/core/review/thread-requests";
import { readJson } from "@/server/http/body";
import { UNCOUNTED } from "@/server/http/body-shares";
import { SIGN_IN_LIMITS } from "@/server/services/sign-in-throttle";
import { describeOnBoth } from "../helpers/databases";
import { openOffice, PASSWORD } from "../helpers/offices";

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

  it("AU-10 AU-15 in a sign-in name, which finds the account, counts against that account, wherever it stands", async () => {
    const { sessions } = await openOffice(await open());
    const { most } = SIGN_IN_LIMITS.account;
    const attempt = (signInName: string, password: string) =>
      sessions.signIn({ signInName, password, address: "192.0.2.1" });
    expect((await attempt(" Ad\0min\0", PASSWORD)).person.signInName).toBe("admin");
    for (let failure = 0; failure < most; failure++) {
      const spelled = `${"\0".repeat(failure % 3)}admin${"\0".repeat(failure)}`;
      await expect(attempt(spelled, "wrong password")).rejects.toMatchObject({ code: "sign-in-failed" });
    }
    for (const spelled of ["admin", "admin\0", "a\0dmin"]) {
      await expect(attempt(spelled, PASSWORD)).rejects.toMatchObject({ code: "sign-in-locked" });
    }
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
