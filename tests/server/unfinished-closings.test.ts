/** A text is made final together with its draft and the entry on the record, whatever fails in between. */
import { afterEach, expect, it, vi } from "vitest";
import { makeUp } from "@/server/make-up";
import { createStageService } from "@/server/services/stages";
import { CLOSING_LIMIT_MS, reopenUnfinished } from "@/server/services/unfinished-closings";
import { describeOnBoth } from "../helpers/databases";
import { COMPARER, openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("a closing that fails half way", (database) => {
  /** A speech at its first draft, with more typed since. */
  async function open() {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { chief, speechId, speeches, stages, records } = office;
    // The pause that is made up behind a closing which is taken back is broken-before-closing.test.ts's.
    const parts = { ...office.parts, makeUpPause: async () => {} };
    const stored = parts.database;
    await typeLine(office, chief, "要抓好落实。");
    await stages.move(chief, speechId, { stage: "draft", note: "" });
    await typeLine(office, chief, "还要督查。");
    const from = { stage: "draft", drafts: 1 } as const;
    const close = (others: Partial<typeof parts> = {}) =>
      createStageService({ ...parts, ...others }).move(chief, speechId, { stage: "final", note: "", from });
    /** With something happening while versions are compared: the text is closed, its draft isn't kept yet. */
    const closing = (meanwhile: () => Promise<unknown>) =>
      close({
        comparer: {
          ...COMPARER,
          async compare(...texts) {
            await meanwhile();
            return COMPARER.compare(...texts);
          },
        },
      });
    /** With the answer to one of its transactions lost on the way back. */
    const losingAnswer = (which: number) => {
      let count = 0;
      const transaction: typeof stored.transaction = async (run) => {
        const result = await stored.transaction(run);
        count += 1;
        if (count === which) throw new Error("the connection was lost");
        return result;
      };
      return close({ database: { ...stored, transaction } });
    };
    const half = (updatedAt: number) =>
      database.execute(
        `update speeches set stage = 'final', updated_at = ${updatedAt} where id = '${speechId}'`,
      );
    const stage = async () => (await speeches.get(chief, speechId)).stage;
    const moves = async () =>
      (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "stage").length;
    return { ...office, stored, close, closing, losingAnswer, half, stage, moves };
  }

  it("SG-04 is taken back when the database fails right after the text was closed", async () => {
    const { rooms, stored, close, stage, moves, chief, speechId } = await open();
    const told = rooms.changed.length;
    let hasFailed = false;
    const query: typeof stored.query = (run) => {
      if (hasFailed || rooms.changed.length === told) return stored.query(run);
      hasFailed = true;
      return Promise.reject(new Error("no database for a moment"));
    };
    await expect(close({ database: { ...stored, query } })).rejects.toThrow("no database");
    expect([await stage(), await moves()]).toEqual(["draft", 1]);
    // Once when it was closed and once when it was open again.
    expect(rooms.revoked.filter(({ personId }) => personId === chief.id)).toEqual([
      { personId: chief.id, speechId },
      { personId: chief.id, speechId },
    ]);
    await close();
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 is taken back when nobody hears that the text was closed", async () => {
    const { losingAnswer, close, stage, moves } = await open();
    await expect(losingAnswer(1)).rejects.toThrow("lost");
    expect([await stage(), await moves()]).toEqual(["draft", 1]);
    await close();
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 isn't taken back once its draft is kept, though nobody hears of that; sent again it is made", async () => {
    const { losingAnswer, close, stage, moves } = await open();
    await expect(losingAnswer(2)).rejects.toThrow("lost");
    expect([await stage(), await moves()]).toEqual(["final", 2]);
    expect((await close()).stage).toEqual({ name: "final", draft: 1 });
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 is taken back in a speech that another chief archived meanwhile", async () => {
    const { closing, close, stage, moves, speeches, addMember, chief, speechId } = await open();
    const other = await addMember(chief, speechId, "chief");
    const archiving = closing(() => speeches.change(other, speechId, { archived: true }));
    await expect(archiving).rejects.toMatchObject({ code: "conflict" });
    expect([await stage(), await moves()]).toEqual(["draft", 1]);
    await speeches.change(chief, speechId, { archived: false });
    await close();
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 takes back nobody else's when it came too late", async () => {
    const { stored, close, closing, stage, moves } = await open();
    let first: Promise<unknown> = Promise.resolve();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const transaction: typeof stored.transaction = async (run) => {
      await new Promise<void>((isClosed) => {
        first = closing(async () => {
          isClosed();
          await held;
        });
      });
      return stored.transaction(run);
    };
    await expect(close({ database: { ...stored, transaction } })).rejects.toMatchObject({ code: "conflict" });
    expect(await stage()).toBe("final");
    letGo();
    await first;
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 one that is under way is no unfinished one", async () => {
    const { parts, closing, stage, moves } = await open();
    await closing(async () => expect(await reopenUnfinished(parts)).toEqual([]));
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 one that ends as it is looked for is no unfinished one either, however long it took", async () => {
    const { parts, stored, closing, half, stage, moves } = await open();
    let reopening: Promise<unknown> = Promise.resolve();
    const done: Promise<unknown> = closing(async () => {
      await half(1);
      await new Promise<void>((isFound) => {
        const transaction: typeof stored.transaction = async (run) => {
          isFound();
          await done;
          await half(1);
          return stored.transaction(run);
        };
        reopening = reopenUnfinished({ ...parts, database: { ...stored, transaction } });
      });
    });
    await done;
    expect(await reopening).toEqual([]);
    expect([await stage(), await moves()]).toEqual(["final", 2]);
  });

  it("SG-04 what couldn't be taken back at once is, as long as the server runs", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { parts, clock, rooms, bell, logger, half, stage, chief, speechId } = await open();
    const textOf = async () => new Uint8Array();
    await half(1);
    const { database: stored, makeUpPause } = parts;
    const stop = makeUp({
      database: stored,
      rooms: Object.assign(rooms, { textOf }),
      bell,
      clock,
      logger,
      makeUpPause,
    });
    await expect.poll(stage).toBe("draft");
    rooms.revoked.length = 0;
    await half(clock.now());
    clock.time += CLOSING_LIMIT_MS + 1;
    vi.advanceTimersByTime(CLOSING_LIMIT_MS);
    await expect.poll(stage).toBe("draft");
    await expect.poll(() => rooms.revoked).toContainEqual({ personId: chief.id, speechId });
    stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(logger.lines).toEqual([]);
  });
});
