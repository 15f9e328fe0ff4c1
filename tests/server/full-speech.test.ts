/** A speech that has all the threads it may have: only what would begin another is refused. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { describeOnBoth } from "../helpers/databases";
import { directiveSpeeches, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { fillThreads } from "../helpers/full-speech";

const full = { code: "too-large" };

describeOnBoth("a full speech", (database) => {
  const openSpeech = directiveSpeeches();

  it("CO-20 LV-09 takes the last instruction and the last thread, sent again too, and no other", async () => {
    const { leader, chief, speechId, directives, threads, parts } = await openSpeech(database);
    await fillThreads(parts.database, speechId, { by: chief.id, space: 2 });
    const last = instruction(TEXT, "推动", "补充数字");
    const made = await directives.create(leader, speechId, last);
    const comment = { id: newCommentId(), body: "请核", mentions: [] };
    const thread = { id: newThreadId(), place: null, comment };
    await threads.create(leader, speechId, thread);
    expect(await directives.create(leader, speechId, last)).toMatchObject({ id: made.id });
    expect(await threads.create(leader, speechId, thread)).toMatchObject({ id: thread.id });
    const other = { ...thread, id: newThreadId(), comment: { ...comment, id: newCommentId() } };
    await expect(threads.create(leader, speechId, other)).rejects.toMatchObject(full);
    const another = instruction(TEXT, "讨论", "改成审议");
    await expect(directives.create(leader, speechId, another)).rejects.toMatchObject(full);
  });

  it("CO-20 takes other words, which begin no thread", async () => {
    const { leader, chief, speechId, directives, parts } = await openSpeech(database);
    await fillThreads(parts.database, speechId, { by: chief.id });
    const made = directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    await expect(made).resolves.toMatchObject({ state: "open" });
  });

  it("AC-02 isn't told from one that isn't there by who isn't on it, nor from another by who may give nothing", async () => {
    const { chief, editor, speechId, directives, threads, addPerson, parts } = await openSpeech(database);
    await fillThreads(parts.database, speechId, { by: chief.id });
    const stranger = await addPerson();
    const comment = { id: newCommentId(), body: "请核", mentions: [] };
    const thread = { id: newThreadId(), place: null, comment };
    const input = instruction(TEXT, "推动", "补充数字");
    const unknown = { code: "not-found" };
    await expect(directives.create(stranger, speechId, input)).rejects.toMatchObject(unknown);
    await expect(threads.create(stranger, speechId, thread)).rejects.toMatchObject(unknown);
    await expect(directives.create(editor, speechId, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
