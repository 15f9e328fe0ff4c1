/** What is said to a text on one node while another makes it final: it takes its turn, before that or not at all. */
import { sql } from "kysely";
import { expect, it, vi } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { createDirectiveService } from "@/server/services/directives";
import { lockSpeech } from "@/server/services/speech-row";
import { directiveEdits } from "@/server/sync/directive-edits";
import { describeOnPostgres } from "../helpers/databases";
import { directiveSpeeches, TEXT } from "../helpers/directive-speech";
import { instruction } from "../helpers/directives";

const openSpeech = directiveSpeeches();

// SQLite's transactions take turns anyway.
describeOnPostgres("a text that is made final", (database) => {
  async function open() {
    const office = await openSpeech(database);
    const { speechId, parts } = office;
    let close = () => {};
    const mayClose = new Promise<void>((resolve) => {
      close = resolve;
    });
    /** Resolves once the speech is locked, as it is while its last draft is stored. */
    const begin = () =>
      new Promise<void>((begun, fail) => {
        parts.database
          .transaction(async (queries) => {
            await lockSpeech(queries, "postgres", speechId);
            begun();
            await mayClose;
            await queries
              .updateTable("speeches")
              .set({ stage: "final" })
              .where("id", "=", speechId)
              .execute();
          })
          .catch(fail);
      });
    const somebodyWaits = async () => {
      const waiting = await parts.database.query((queries) =>
        sql<{ pid: number }>`select pid from pg_locks where not granted`.execute(queries),
      );
      expect(waiting.rows.length).toBeGreaterThan(0);
    };
    /** What becomes of what is said while the text is being closed. */
    const outcomeOf = async (said: Promise<unknown>) => {
      const outcome = said.then(
        () => "said",
        ({ code }: { code: string }) => code,
      );
      const waits = vi.waitFor(somebodyWaits, { timeout: 20_000 }).then(() => "waits");
      const first = await Promise.race([outcome, waits]);
      close();
      return [first, await outcome];
    };
    return { ...office, begin, outcomeOf };
  }

  it("LV-11 takes no instruction that comes while it is closed", async () => {
    const { begin, outcomeOf, parts, liveRooms, live, leader, speechId, directives } = await open();
    const real = directiveEdits(liveRooms);
    const edits: typeof real = {
      ...real,
      // Marked before the closing begins, which everything in the log waits for too.
      async mark(...input) {
        await real.mark(...input);
        await begin();
      },
    };
    const service = createDirectiveService({ ...parts, edits, live });
    const said = service.create(leader, speechId, instruction(TEXT, "推动", "换一个词"));
    expect(await outcomeOf(said)).toEqual(["waits", "forbidden"]);
    expect(await directives.list(leader, speechId)).toEqual([]);
  });

  it("SG-27 has a comment of a signer's wait, which is said about the final text then", async () => {
    const { begin, outcomeOf, threads, leader, speechId } = await open();
    const comment = { id: newCommentId(), body: "这里不妥", mentions: [] };
    await begin();
    const said = threads.create(leader, speechId, { id: newThreadId(), place: null, comment });
    expect(await outcomeOf(said)).toEqual(["waits", "said"]);
    expect(await threads.list(leader, speechId)).toHaveLength(1);
  });
});
