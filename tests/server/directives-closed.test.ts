/** Taking back what a leader wants of a text that nobody writes in any more. */
import { expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { directiveSpeeches, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { reasonsNow } from "../helpers/final-reasons";
import { until } from "../helpers/rooms";

const openSpeech = directiveSpeeches();

describeOnBoth("directives in a closed text", (database) => {
  it("LV-08 other words aren't taken back in a final text, and who reads it stays; open again, and an instruction, they are", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, speechId, directives, stages, answer } = speech;
    const words = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    const order = await directives.create(leader, speechId, instruction(TEXT, "同志们", "请核称呼"));
    const reasons = { "sign-offs": "已口头同意", directives: "会后再改", suggestions: "会后再改" };
    const overrides = await reasonsNow(stages, chief, speechId, reasons);
    await stages.move(chief, speechId, { stage: "final", note: "", overrides });
    const reader = speech.page(chief, "commenter");
    await until(() => reader.fragment.length > 0);
    const takeBack = (id: typeof words.id) => answer(leader, id, { state: "withdrawn" });
    await expect(takeBack(words.id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await directives.list(chief, speechId)).map(({ state }) => state)).toEqual(["open", "open"]);
    await takeBack(order.id);
    expect(reader.closed).toBeNull();
    await stages.move(chief, speechId, { stage: "review", note: "还要改" });
    const before = await speech.read();
    await takeBack(words.id);
    expect(await speech.read()).not.toEqual(before);
    expect(await directives.list(chief, speechId)).toEqual([]);
  });

  it("LV-08 other words that were taken back before the text was made final are so when that is sent again", async () => {
    const { leader, chief, speechId, directives, stages, answer } = await openSpeech(database);
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    await answer(leader, id, { state: "withdrawn" });
    const overrides = await reasonsNow(stages, chief, speechId, { "sign-offs": "已口头同意" });
    await stages.move(chief, speechId, { stage: "final", note: "", overrides });
    expect(await answer(leader, id, { state: "withdrawn" })).toMatchObject({ state: "withdrawn" });
  });
});
