/** Where a leader's points stand in the text that the leader reads. */
import { expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { directiveSpeeches, done, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";

const openSpeech = directiveSpeeches();

describeOnBoth("points in the text that is read", (database) => {
  it("LV-67 are those of its reader that are open, in the text as it reads with them", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, signOffs, answer } = speech;
    const points = async () => (await signOffs.text(leader, speechId)).points;
    expect(await points()).toEqual([]);
    const made = await directives.create(leader, speechId, rewording(TEXT, "推动", "同志们"));
    const now = TEXT.replace("推动", "同志们");
    const said = await directives.create(leader, speechId, instruction(now, "讨论", "改为审议"));
    const [from, to] = [now.indexOf("讨论"), now.indexOf("讨论") + 2];
    expect(await points()).toEqual([
      { id: made.id, block: 0, from: 3, to: 6 },
      { id: said.id, block: 0, from, to },
    ]);
    expect((await signOffs.text(editor, speechId)).points).toEqual([]);
    await answer(leader, made.id, { state: "withdrawn" });
    await answer(editor, said.id, done("已改"));
    expect(await points()).toEqual([]);
  });
});
