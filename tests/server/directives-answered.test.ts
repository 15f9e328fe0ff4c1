/** What writers say a leader's point came to, and that the leader is told nothing else. */
import { afterEach, expect, it } from "vitest";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { done, openDirectiveSpeech, TEXT } from "../helpers/directive-speech";
import { rewording } from "../helpers/directives";
import type { VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const openSpeech = async (database: TestDatabase) => {
  const speech = await openDirectiveSpeech(database);
  opened.push(speech);
  return speech;
};

describeOnBoth("answers to directives", (database) => {
  it("LV-40 rejected among the suggestions, other words are done only with a word to the leader; accepted, as they are", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const card = async (id: string) =>
      (await directives.list(leader, speechId)).find((each) => each.id === id);
    const first = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    expect(first.decided).toBeNull();
    await speech.decide(first.id, "reject");
    expect(await card(first.id)).toMatchObject({
      state: "open",
      decided: { outcome: "rejected", by: { id: editor.id, name: editor.name } },
    });
    await expect(speech.answer(editor, first.id, done())).rejects.toMatchObject({ code: "unanswered" });
    expect((await card(first.id))?.state).toBe("open");
    expect(await speech.answer(editor, first.id, done("与标题保持一致，未改"))).toMatchObject({
      state: "done",
      decided: { outcome: "rejected" },
    });
    const second = await directives.create(leader, speechId, rewording(TEXT, "讨论", "审议"));
    await speech.decide(second.id, "accept");
    expect(await card(second.id)).toMatchObject({ state: "open", decided: { outcome: "accepted" } });
    expect((await speech.answer(editor, second.id, done())).state).toBe("done");
  });
});
