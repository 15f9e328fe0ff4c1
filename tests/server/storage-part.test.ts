/** What is loaded with a part of the log, on both databases: a node reads so what another one stored. */
import { expect, it } from "vitest";
import type { Removal } from "@/core/authors/removals";
import { readRemovedWords, removedWords } from "@/core/authors/removed-words";
import { newDecisionId, newPersonId } from "@/core/ids";
import type { ProposedChange } from "@/core/review/decision";
import { describeOnBoth } from "../helpers/databases";
import { insertPerson, insertSpeech } from "../helpers/offices";

const bytes = (...values: number[]) => Uint8Array.from(values);

const line = (text: string, clock: number) => ({
  text,
  ids: [{ clientId: 7, clock, length: text.length }],
});

describeOnBoth("a part of the log", (database) => {
  it("SU-43 tells of the suggestions that were decided in it, as the whole does", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const by = await tables.query(insertPerson);
    const proposedBy = newPersonId();
    await log.append({ speechId, update: bytes(1), bindings: [] });
    const change: ProposedChange = {
      at: 1,
      kind: "insert",
      insertedText: "大力",
      deletedText: "",
      form: null,
      looks: [],
    };
    const id = newDecisionId();
    const decision = { id, suggestion: "s1", proposedBy, change, outcome: "accepted", by, at: 1 } as const;
    await log.append({ speechId, update: bytes(2), bindings: [], decisions: [decision] });
    const decided = [{ id: "s1", person: proposedBy }];
    expect((await log.load(speechId)).decided).toEqual(decided);
    expect((await log.load(speechId, 1)).decided).toEqual(decided);
    expect((await log.load(speechId, 2)).decided).toEqual([]);
  });

  it("WW-31 tells of the words that went in it, and of those from before it that came back", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const personId = newPersonId();
    const [before, within] = [line("从前删去的", 0), line("后来删去的", 10)];
    const remove = (words: typeof before, back: readonly Removal[] = []) =>
      log.append({
        speechId,
        update: bytes(1),
        bindings: [],
        removals: [...words.ids.map((range) => ({ ...range, personId, carriedTo: null })), ...back],
        words: [{ personId, ...removedWords([words]) }],
      });
    const back = (range: Removal["carriedTo"]) =>
      before.ids.map((ids) => ({ ...ids, personId, carriedTo: range }));
    await remove(before);
    await remove(within, back({ clientId: 8, clock: 0 }));
    await log.append({ speechId, update: bytes(2), bindings: [], removals: back({ clientId: 9, clock: 0 }) });
    const part = async (afterSeq: number) => {
      const { words } = await log.load(speechId, afterSeq);
      return words.map((theirs) => [
        theirs.personId,
        theirs.rows.flatMap(readRemovedWords).flatMap(({ words: each }) => each),
        theirs.back.map(({ clock }) => clock),
      ]);
    };
    expect(await part(1)).toEqual([[personId, [within], [0, 0]]]);
    expect(await part(2)).toEqual([[personId, [], [0]]]);
    expect(await part(3)).toEqual([]);
  });
});
