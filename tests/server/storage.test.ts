/** The contract of storage, on both databases. */
import { expect, it } from "vitest";
import type { Removal } from "@/core/authors/removals";
import { readStoredWords, removedWords } from "@/core/authors/removed-words";
import { AppError } from "@/core/errors";
import { newPersonId, newSpeechId, type PersonId, type SpeechId } from "@/core/ids";
import type { UpdateLog } from "@/server/sync/ports";
import { describeOnBoth } from "../helpers/databases";
import { insertPerson, insertSpeech } from "../helpers/offices";
import { runSeed, seededRandom } from "../helpers/random";

const bytes = (...values: number[]) => Uint8Array.from(values);
const append = (log: UpdateLog, speechId: SpeechId, update: Uint8Array) =>
  log.append({ speechId, update, bindings: [] });
const plain = (updates: readonly Uint8Array[]) => updates.map((update) => [...update]);

describeOnBoth("storage", (database) => {
  it("ST-01 what was appended is there after reopening, in order of seq", async () => {
    const first = await database.open();
    const speechId = await first.database.query(insertSpeech);
    const seqs: number[] = [];
    for (const value of [1, 2, 3, 4, 5]) seqs.push(await append(first.log, speechId, bytes(value)));
    await first.close();

    const { log } = await database.open();
    expect(seqs).toEqual([1, 2, 3, 4, 5]);
    expect(await append(log, speechId, bytes(6))).toBe(6);
    const stored = await log.load(speechId);
    expect(plain(stored.updates)).toEqual([[1], [2], [3], [4], [5], [6]]);
    expect(stored.lastSeq).toBe(6);
  });

  it("ST-01 appends to many speeches at once keep each speech's own order", async () => {
    const seed = runSeed();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const { database: tables, log } = await database.open();
    const speeches: SpeechId[] = [];
    for (let made = 0; made < 5; made++) speeches.push(await tables.query(insertSpeech));
    const written = new Map<SpeechId, { seq: number; update: number[] }[]>();
    await Promise.all(
      Array.from({ length: 300 }, async () => {
        const speechId = random.pick(speeches);
        const update = Uint8Array.from({ length: 1 + random.below(2000) }, () => random.below(256));
        const seq = await append(log, speechId, update);
        written.set(speechId, [...(written.get(speechId) ?? []), { seq, update: [...update] }]);
      }),
    );
    for (const speechId of speeches) {
      const inOrder = (written.get(speechId) ?? []).sort((one, other) => one.seq - other.seq);
      const { updates, lastSeq } = await log.load(speechId);
      expect(inOrder.length).toBeGreaterThan(0);
      expect(plain(updates)).toEqual(inOrder.map(({ update }) => update));
      expect(lastSeq).toBe(inOrder.length);
    }
  });

  it("ST-01 a view into a larger buffer is stored as the view alone", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const view = new Uint8Array(64).fill(7).subarray(8, 10);
    await append(log, speechId, view);
    expect(plain((await log.load(speechId)).updates)).toEqual([[7, 7]]);
    expect([...view]).toEqual([7, 7]);
  });

  it("ST-02 a speech that nobody has written in loads empty", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    expect(await log.load(speechId)).toEqual({
      updates: [],
      bindings: [],
      decided: [],
      words: [],
      lastSeq: 0,
    });
  });

  it("ST-02 an append to a speech that isn't there is refused, those beside it are not", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const [before, missing, after] = await Promise.allSettled([
      append(log, speechId, bytes(1)),
      append(log, newSpeechId(), bytes(2)),
      append(log, speechId, bytes(3)),
    ]);
    expect(missing).toMatchObject({ status: "rejected", reason: { code: "not-found" } });
    expect([before, after].map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(plain((await log.load(speechId)).updates).sort()).toEqual([[1], [3]]);
  });

  it("ST-03 a client id is bound with its first update and stays with its first person", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const one = await tables.query(insertPerson);
    const other = await tables.query(insertPerson);
    const clientId = Number.MAX_SAFE_INTEGER;
    const bind = (personId: typeof one, id: number, value: number) =>
      log.append({ speechId, update: bytes(value), bindings: [{ clientId: id, personId }] });
    await bind(one, clientId, 1);
    await expect(bind(other, clientId, 2)).rejects.toMatchObject({ code: "author-mismatch" });
    expect(await bind(one, clientId, 3)).toBe(2);
    expect(await bind(other, 5, 4)).toBe(3);
    const { bindings, updates } = await log.load(speechId);
    expect(plain(updates)).toEqual([[1], [3], [4]]);
    expect(bindings).toHaveLength(2);
    expect(bindings).toContainEqual({ clientId, personId: one });
    expect(bindings).toContainEqual({ clientId: 5, personId: other });
  });

  it("ST-03 of two people who bind one client id at the same moment one is refused, with the text", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const people = [await tables.query(insertPerson), await tables.query(insertPerson)];
    for (let clientId = 1; clientId <= 20; clientId += 1) {
      const attempts = people.map((personId, index) =>
        log.append({ speechId, update: bytes(clientId, index), bindings: [{ clientId, personId }] }),
      );
      const outcomes = await Promise.allSettled(attempts);
      const first = outcomes.findIndex(({ status }) => status === "fulfilled");
      expect(outcomes[1 - first]).toMatchObject({ reason: { code: "author-mismatch" } });
      const { bindings, updates } = await log.load(speechId);
      expect(bindings).toContainEqual({ clientId, personId: people[first] });
      expect(plain(updates).at(-1)).toEqual([clientId, first]);
      expect(updates).toHaveLength(clientId);
    }
  });

  it("ST-04 compaction replaces exactly the rows that it merged", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const untouched = await tables.query(insertSpeech);
    for (const value of [1, 2, 3, 4]) await append(log, speechId, bytes(value));
    await append(log, untouched, bytes(9));
    await log.compact(speechId, 3, bytes(1, 2, 3));
    const stored = await log.load(speechId);
    expect(plain(stored.updates)).toEqual([[1, 2, 3], [4]]);
    expect(stored.lastSeq).toBe(4);
    expect(await append(log, speechId, bytes(5))).toBe(5);
    expect(plain((await log.load(untouched)).updates)).toEqual([[9]]);
  });

  it("WW-31 words that went are kept through compaction, oldest first, until they come back", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const [one, other] = [newPersonId(), newPersonId()];
    const line = (text: string, clock: number) => ({
      text,
      ids: [{ clientId: 7, clock, length: text.length }],
    });
    const remove = (personId: PersonId, text: string, clock: number) =>
      log.append({
        speechId,
        update: bytes(clock),
        bindings: [],
        removals: [{ ...line(text, clock).ids[0], personId, carriedTo: null } as Removal],
        words: [{ personId, ...removedWords([line(text, clock)]) }],
      });
    await remove(one, "第一句删去", 0);
    await remove(other, "别人删去的", 10);
    await remove(one, "第二句删去", 20);
    await remove(one, "第三句删去", 30);
    await log.append({
      speechId,
      update: bytes(40),
      bindings: [],
      removals: [
        { clientId: 7, clock: 20, length: 5, personId: one, carriedTo: { clientId: 8, clock: 0 } },
        // Theirs haven't come back.
        { clientId: 7, clock: 10, length: 5, personId: one, carriedTo: { clientId: 8, clock: 9 } },
      ],
    });
    const left = async () => {
      const { words } = await log.load(speechId);
      const of = (id: PersonId) =>
        words
          .filter(({ personId }) => personId === id)
          .flatMap(readStoredWords)
          .map((each) => each.words);
      return [of(one), of(other)];
    };
    const expected = [[[line("第一句删去", 0)], [line("第三句删去", 30)]], [[line("别人删去的", 10)]]];
    expect(await left()).toEqual(expected);
    await log.compact(speechId, 5, bytes(0));
    expect(await left()).toEqual(expected);
    await remove(one, "第四句删去", 50);
    expect((await left())[0]).toEqual([...(expected[0] ?? []), [line("第四句删去", 50)]]);
    expect((await log.load(speechId, 6)).words).toEqual([]);
  });

  it("ST-04 compacting everything keeps counting where it was", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    for (const value of [1, 2]) await append(log, speechId, bytes(value));
    await log.compact(speechId, 2, bytes(1, 2));
    expect((await log.load(speechId)).lastSeq).toBe(2);
    expect(await append(log, speechId, bytes(3))).toBe(3);
  });

  it("ST-04 a compaction that comes second changes nothing", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    for (const value of [1, 2, 3]) await append(log, speechId, bytes(value));
    await log.compact(speechId, 3, bytes(1, 2, 3));
    await log.compact(speechId, 2, bytes(1, 2));
    expect(plain((await log.load(speechId)).updates)).toEqual([[1, 2, 3]]);
  });

  it("ST-04 rows that arrive while it compacts stay", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    const total = 120;
    const appended: Promise<number>[] = [];
    for (let value = 0; value < total; value++) {
      appended.push(append(log, speechId, bytes(value)));
      if (value % 20 !== 19) continue;
      await appended[value - 10];
      const { updates, lastSeq } = await log.load(speechId);
      await log.compact(speechId, lastSeq, Uint8Array.from(updates.flatMap((update) => [...update])));
    }
    await Promise.all(appended);
    const { updates } = await log.load(speechId);
    expect(updates.length).toBeLessThan(total);
    expect(updates.flatMap((update) => [...update])).toHaveLength(total);
    expect(new Set(updates.flatMap((update) => [...update])).size).toBe(total);
  });

  it("ST-05 the figures of a speech are kept and its time never goes back", async () => {
    const { database: tables, log } = await database.open();
    const speechId = await tables.query(insertSpeech);
    await log.recordFigures(speechId, { characters: 12, spokenUnits: 10, updatedAt: 2_000_000_000_000 });
    await log.recordFigures(speechId, { characters: 13, spokenUnits: 11, updatedAt: 1_900_000_000_000 });
    const row = await tables.query((queries) =>
      queries.selectFrom("speeches").selectAll().where("id", "=", speechId).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ characters: 13, spoken_units: 11, updated_at: 2_000_000_000_000 });
  });

  it("ST-06 a transaction that fails leaves nothing behind", async () => {
    const { database: tables } = await database.open();
    let speechId: SpeechId | undefined;
    const attempt = tables.transaction(async (queries) => {
      speechId = await insertSpeech(queries);
      throw new AppError("forbidden");
    });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    const rows = await tables.query((queries) => queries.selectFrom("speeches").select("id").execute());
    expect(speechId).toBeDefined();
    expect(rows).toEqual([]);
    expect(await tables.transaction(insertSpeech)).toBeDefined();
  });

  it("ST-06 broken uniqueness is a conflict, a row that points nowhere isn't found", async () => {
    const { database: tables } = await database.open();
    const speech_id = await tables.query(insertSpeech);
    const person_id = await tables.query(insertPerson);
    const member = { speech_id, person_id, role: "viewer" } as const;
    const insert = (values: typeof member) =>
      tables.query((queries) => queries.insertInto("members").values(values).execute());
    await insert(member);
    await expect(insert(member)).rejects.toMatchObject({ code: "conflict" });
    await expect(insert({ ...member, speech_id: newSpeechId() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("ST-47 migrations that fail on the way leave nothing, and the next start does them all", async () => {
    await database.execute("create table reactions (in_the_way text)");
    await expect(database.open()).rejects.toThrow(/reactions/);
    await database.execute("drop table reactions");
    await expect(database.open()).resolves.toBeDefined();
  });

  it("ST-07 a database of a newer program is refused with a clear message", async () => {
    await (await database.open()).close();
    await database.execute(
      "insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2030-01-01T00:00:00Z')",
    );
    await expect(database.open()).rejects.toThrow(/newer Lectern \(9999-of-the-future\)/);
    await database.execute("delete from kysely_migration where name = '9999-of-the-future'");
    await expect(database.open()).resolves.toBeDefined();
  });
});
