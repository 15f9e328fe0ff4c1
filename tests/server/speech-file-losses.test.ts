/** What stands around a speech in its office, sent out as its file: what comes back with it, and what is told not to. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { speechFileSchema } from "@/core/speech-file";
import { describeOnBoth, describeOnSqlite } from "../helpers/databases";
import { asked, directiveSpeeches, FIRST, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { fileServices, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";
import { until } from "../helpers/rooms";

const openSpeech = directiveSpeeches();
const comment = (body: string) => ({ id: newCommentId(), body, mentions: [] });

describeOnBoth("a speech that was sent round its office", (database) => {
  /** Instructed, reworded, asked back, commented on, signed and moved on: its file. */
  async function sentRound() {
    const speech = await openSpeech(database);
    const { leader, editor, chief, speechId, directives, threads, signOffs, stages } = speech;
    await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充具体数字"));
    const { id: suggestion } = await directives.create(leader, speechId, rewording(TEXT, "讨论", "审议"));
    await until(() => speech.suggestions().length > 0);
    await speech.answer(editor, suggestion, asked("是否改成审议通过"));
    const whole = { id: newThreadId(), place: null, suggestion, comment: comment("同意这样改") };
    await threads.create(editor, speechId, whole);
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed-with-changes", opinion: "压缩篇幅", textHash });
    await stages.move(chief, speechId, { stage: "review", note: "", tasks: [] });
    const { imports, exports } = fileServices(speech);
    const { bytes } = await exports.make(chief, speechId, { format: "json" });
    const file = speechFileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return { ...speech, imports, bytes, file, suggestion };
  }

  it("IM-48 brings comments on its suggestions back as such", async () => {
    const { imports, bytes, file, suggestion, chief, threads } = await sentRound();
    const { id } = await imports.createSpeech(chief, upload(bytes), {
      ...{ name: "稿.json", title: "" },
      people: file.people.map(() => null),
    });
    const about = (await threads.list(chief, id)).filter((thread) => thread.suggestion === suggestion);
    const said = about.flatMap(({ comments }) => comments.map(({ body }) => body));
    expect(said).toEqual(["同意这样改"]);
  });

  it("IM-48 tells what stays behind, and which comments are a leader's instructions no more", async () => {
    const { imports, bytes, chief } = await sentRound();
    const { findings } = await imports.preview(chief, upload(bytes), { name: "稿.json" });
    expect(findings).toEqual([
      { kind: "directive", count: 3, where: expect.arrayContaining(["补充具体数字", "压缩篇幅"]) },
      { kind: "office-work", count: 1, where: [] },
    ]);
  });

  it("IM-48 makes no comment part of a directive of a speech that it comes back to as a version", async () => {
    const { imports, bytes, file, suggestion, chief, speechId, threads } = await sentRound();
    const before = await threads.list(chief, speechId);
    await imports.createVersion(chief, speechId, upload(bytes), {
      ...{ name: "稿.json", comments: true },
      people: file.people.map(() => null),
    });
    const after = await threads.list(chief, speechId);
    const about = (list: typeof after) => list.filter((thread) => thread.suggestion === suggestion).length;
    expect(after.length).toBeGreaterThan(before.length);
    expect(about(after)).toBe(about(before));
  });
});

describeOnSqlite("an older speech's file", (database) => {
  it("IM-48 is read as one without comments on suggestions", async () => {
    const speech = await openSpeech(database);
    const { imports } = fileServices(speech);
    const draft = upload(JSON.stringify(returnedDraft()));
    const { findings, threads } = await imports.preview(speech.chief, draft, { name: "稿.json" });
    expect(threads).toMatchObject([{ suggestion: null }]);
    expect(findings).toEqual([{ kind: "office-work", count: 1, where: [] }]);
  });
});
