/** 修改后同意: what is to be changed is said or stands in the text, and an opinion is answered before the text is final. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import type { SignOffAnswer } from "@/core/sign-off";
import { describeOnBoth } from "../helpers/databases";
import { asked, directiveSpeeches, done, FIRST, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { fillThreads } from "../helpers/full-speech";
import { until } from "../helpers/rooms";
import { suggestShared } from "../helpers/shared-edit";

const openSpeech = directiveSpeeches();

const OPINION = "第一段数字要核实改正后再发";

describeOnBoth("opinions with 修改后同意", (database) => {
  async function open() {
    const speech = await openSpeech(database);
    const { leader, chief, speechId, signOffs, stages } = speech;
    const sign = async (answer: SignOffAnswer = "agreed-with-changes", opinion = "") => {
      const { textHash } = await signOffs.text(leader, speechId);
      return signOffs.sign(leader, speechId, { answer, opinion, textHash });
    };
    const toFinal = () => stages.move(chief, speechId, { stage: "final", note: "" });
    return { ...speech, sign, toFinal };
  }

  it("SG-73 an opinion is a card about the whole text, in the way of the final one until it is answered", async () => {
    const { leader, editor, chief, speechId, sign, toFinal, directives, threads, answer } = await open();
    const { blockers, request } = await sign("agreed-with-changes", OPINION);
    expect(request?.asked[0]).toMatchObject({ state: "signed", signOff: { opinion: OPINION } });
    expect(blockers).toEqual({ directives: 1 });
    const [card, ...others] = await directives.list(chief, speechId);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ kind: "instruction", quote: "", state: "open", author: { id: leader.id } });
    expect(card?.thread?.comments.map(({ body }) => body)).toEqual([OPINION]);
    expect(await threads.list(editor, speechId)).toMatchObject([{ quote: null, directive: "instruction" }]);
    if (card === undefined) throw new Error("no card");
    await expect(toFinal()).rejects.toMatchObject({ code: "not-ready", message: "directives" });
    await expect(answer(editor, card.id, done())).rejects.toMatchObject({ code: "unanswered" });
    await answer(editor, card.id, asked("按哪年的口径？"));
    await answer(editor, card.id, done("已核实，数字无误"));
    await expect(toFinal()).resolves.toMatchObject({ kind: "stage" });
  });

  it("SG-73 sent twice it is one card, and an opinion with another answer is none", async () => {
    const { chief, speechId, sign, directives } = await open();
    await Promise.all([sign("agreed-with-changes", OPINION), sign("agreed-with-changes", OPINION)]);
    await sign("agreed-with-changes", OPINION);
    expect(await directives.list(chief, speechId)).toHaveLength(1);
    await sign("agreed", "写得好");
    await sign("returned", "重写");
    expect(await directives.list(chief, speechId)).toHaveLength(1);
  });

  it("SG-73 where there is no room for it, the answer isn't taken either", async () => {
    const { chief, speechId, parts, sign, signOffs, directives } = await open();
    await fillThreads(parts.database, speechId, { by: chief.id });
    await expect(sign("agreed-with-changes", OPINION)).rejects.toMatchObject({ code: "too-large" });
    expect((await signOffs.read(chief, speechId)).request?.asked[0]?.signOff).toBeNull();
    expect(await directives.list(chief, speechId)).toEqual([]);
    await expect(sign("agreed")).resolves.toMatchObject({ request: { asked: [{ state: "signed" }] } });
  });

  it("SG-74 修改后同意 says what to change, or something of the signer's stands: proposed, a directive or a comment", async () => {
    const { leader, editor, chief, speechId, writer, sign, directives, threads, answer, ...speech } =
      await open();
    const refused = { code: "invalid-input", fields: { opinion: "required" } };
    await expect(sign()).rejects.toMatchObject(refused);
    // Others' don't count.
    suggestShared(writer.doc, editor.id, (tr) => tr.insertText("大力", 4));
    await until(() => writer.allSaved && speech.suggestions().length === 1);
    const comment = { id: newCommentId(), body: "请核", mentions: [] };
    await threads.create(chief, speechId, { id: newThreadId(), place: null, comment });
    await expect(sign()).rejects.toMatchObject(refused);

    const own = { id: newThreadId(), place: null, comment: { ...comment, id: newCommentId() } };
    await threads.create(leader, speechId, own);
    await expect(sign()).resolves.toBeDefined();
    await threads.resolve(chief, speechId, own.id, true);
    const read = TEXT.replace("推动", "大力推动");
    const { id } = await directives.create(leader, speechId, instruction(read, "请同志们讨论。", "改成审议"));
    await expect(sign()).resolves.toBeDefined();
    await answer(editor, id, done("已改"));
    // The same answer sent again is still the one that was given; to another text it isn't.
    await expect(sign()).resolves.toBeDefined();
    await directives.create(
      leader,
      speechId,
      rewording(read, read.slice(0, FIRST.length + 2), "工作要再上新台阶。"),
    );
    await expect(sign()).resolves.toBeDefined();
    const [made] = (await directives.list(chief, speechId)).filter(({ kind }) => kind === "rewording");
    await answer(leader, made?.id ?? id, { state: "withdrawn" });
    await sign("agreed");
    await expect(sign()).rejects.toMatchObject(refused);
  });
});
