/** Directives that are given, sent again and settled in one moment, and requests that a crash cut in two. */
import { afterEach, expect, it } from "vitest";
import type { Directive } from "@/core/directive";
import { AppError } from "@/core/errors";
import { createDirectiveService } from "@/server/services/directives";
import { directiveEdits } from "@/server/sync/directive-edits";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { done, FIRST, openDirectiveSpeech, TEXT } from "../helpers/directive-speech";
import { rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
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

type Speech = Awaited<ReturnType<typeof openSpeech>>;
const wordsIn = ({ writer }: Speech) => textOf(writer.doc).textContent;
const said = (all: readonly Directive[]) => all.map(({ quote, wording }) => [quote, wording]);

describeOnBoth("directives that cross", (database) => {
  it("LV-09 sent twice in one moment the words stand once", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const input = rewording(TEXT, "讨论", "审议");
    await Promise.all([
      directives.create(leader, speechId, input),
      directives.create(leader, speechId, input),
    ]);
    expect(await directives.list(leader, speechId)).toHaveLength(1);
    await speech.answer(editor, input.id, done());
    await until(() => wordsIn(speech) === TEXT.replace("讨论", "审议"));
  });

  it("LV-03 of two leaders who word one passage at once the second is told that it changed", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, editor, speechId, directives } = speech;
    const deputy = await speech.addMember(chief, speechId, "suggester");
    await speech.ask([leader, deputy]);
    const made = await Promise.allSettled([
      directives.create(leader, speechId, rewording(TEXT, "推动", "促进")),
      directives.create(deputy, speechId, rewording(TEXT, "推动", "抓好")),
    ]);
    const told = made.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(told).toEqual(["text-changed"]);
    const [standing] = await directives.list(leader, speechId);
    await speech.answer(editor, standing?.id ?? never(), done());
    await until(() => wordsIn(speech) === TEXT.replace("推动", standing?.wording ?? "none"));
  });

  it("LV-45 sent again after a crash between text and card, the new card stands for the first ones", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, parts } = speech;
    const first = await directives.create(leader, speechId, rewording(TEXT, FIRST, "要推进工作再上新台阶。"));
    const rejected = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace(FIRST, "要推进工作再上新台阶。"), "讨论", "审议"),
    );
    await speech.decide(rejected.id, "reject");
    const now = TEXT.replace(FIRST, "要推进工作再上新台阶。");
    const second = rewording(now, "要推进工作再上新台阶。", "推进工作迈上新台阶。");
    const crashing = createDirectiveService({
      ...parts,
      database: {
        ...parts.database,
        query: parts.database.query,
        transaction: () => Promise.reject(new AppError("internal")),
      },
      edits: directiveEdits(speech.liveRooms),
      live: speech.live,
    });
    await expect(crashing.create(leader, speechId, second)).rejects.toMatchObject({ code: "internal" });
    await until(() => speech.suggestions().some(({ id }) => id === second.id));
    await directives.create(leader, speechId, second);
    expect(said(await directives.list(leader, speechId))).toEqual([
      ["讨论", "审议"],
      [FIRST, "推进工作迈上新台阶。"],
    ]);
    // What the writers rejected stays on its card.
    expect(await speech.blockers()).toMatchObject({ directives: 2 });
    await expect(speech.answer(editor, first.id, done())).rejects.toMatchObject({ code: "conflict" });
    await speech.answer(editor, rejected.id, done("维持原文"));
    await speech.answer(editor, second.id, done());
    expect(await speech.blockers()).not.toHaveProperty("directives");
    await until(() => wordsIn(speech) === "推进工作迈上新台阶。请同志们讨论。");
  });
});

function never(): never {
  throw new Error("nothing stands");
}
