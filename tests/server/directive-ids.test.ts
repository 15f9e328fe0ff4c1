/** The id of a rewording is its suggestion's: under another person's name the same id is another suggestion. */
import { expect, it } from "vitest";
import { type DirectiveId, newDirectiveId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { describeOnBoth } from "../helpers/databases";
import { type DirectiveSpeech, directiveSpeeches, done, TEXT } from "../helpers/directive-speech";
import { rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { suggestShared, textOf } from "../helpers/shared-edit";

describeOnBoth("ids of rewordings", (database) => {
  const openSpeech = directiveSpeeches();

  /** A colleague proposes to begin the text otherwise. */
  async function propose(speech: DirectiveSpeech, id: string) {
    const { chief, speechId } = speech;
    const colleague = await speech.addMember(chief, speechId, "suggester");
    const page = speech.page(colleague, "suggester");
    await until(() => page.allSaved);
    suggestShared(page.doc, colleague.id, (tr) => tr.insertText("今年", 1), id);
    await until(() => page.allSaved);
  }

  it("LV-23 a rewording under the id of a colleague's suggestion is refused, and that stands", async () => {
    const speech = await openSpeech(database);
    const { leader, speechId, directives } = speech;
    const id = newId();
    await propose(speech, id);
    const input = { ...rewording(`今年${TEXT}`, "推动", "促进"), id: id as DirectiveId };
    await expect(directives.create(leader, speechId, input)).rejects.toMatchObject({ code: "conflict" });
    expect(await directives.list(leader, speechId)).toEqual([]);
    await until(() => speech.suggestions().some((each) => each.id === id));
    expect(textOf(speech.writer.doc).textContent).toBe(`今年${TEXT}`);
  });

  it.each(["done", "withdrawn"] as const)(
    "LV-23 the answer to a rewording decides on no other suggestion that has its id (%s)",
    async (state) => {
      const speech = await openSpeech(database);
      const { leader, editor, speechId, directives } = speech;
      const input = { ...rewording(TEXT, "讨论", "审议"), id: newDirectiveId() };
      await directives.create(leader, speechId, input);
      await propose(speech, input.id);
      const [who, answer] = state === "done" ? [editor, done()] : [leader, { state } as const];
      await speech.answer(who, input.id, answer);
      const text = state === "done" ? TEXT.replace("讨论", "审议") : TEXT;
      await until(() => textOf(speech.writer.doc).textContent === `今年${text}`);
      expect(speech.suggestions()).toMatchObject([{ id: input.id, insertedText: "今年" }]);
    },
  );
});
