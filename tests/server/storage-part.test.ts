/** What is loaded with a part of the log, on both databases: a node reads so what another one stored. */
import { expect, it } from "vitest";
import { newDecisionId, newPersonId } from "@/core/ids";
import type { ProposedChange } from "@/core/review/decision";
import { describeOnBoth } from "../helpers/databases";
import { insertPerson, insertSpeech } from "../helpers/offices";

const bytes = (...values: number[]) => Uint8Array.from(values);

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
});
