/**
 * The update log in PostgreSQL. Every append is one statement and so one transaction and one round
 * trip; appends of different speeches run side by side on the pool's connections, and PostgreSQL
 * syncs those that commit together once.
 */
import type pg from "pg";
import type { StoredRemovals } from "@/core/authors/removals";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { KnownSuggestion, UpdateLog } from "../sync/ports";
import { appendRefused, bindingRefused, clocksRefused } from "./append-refused";
import { toAppError } from "./database-error";
import { LogQueue } from "./log-queue";
import { byPerson, mergedRemovals, storedWords } from "./stored-removals";

/**
 * Counting `last_seq` up locks the speech's row until the commit: rows of one speech become visible
 * in order of seq, on all nodes. (A sequence would hand out numbers that become visible out of order.)
 * A closing holds the same lock: PostgreSQL asks the condition again of the row that it left.
 * A client id that is somebody else's already, or filled further than this node knew, would get a null:
 * the column refuses that, and with it the whole statement. A condition read beforehand wouldn't see what
 * another node is storing just now; a row that is written is read as it is then.
 * A batch that is stored already is refused as a whole by its index (update-batches.ts).
 */
const APPEND = `
  with filled as (
    select * from unnest($15::bigint[], $16::bigint[], $17::bigint[]) as range (client_id, clock_from, clock_to)
  ),
  speech as (
    update speeches set last_seq = last_seq + 1
    where id = $1 and ($5 or (stage <> 'final' and archived = 0))
    returning id, last_seq
  ),
  bound as (
    insert into client_bindings (speech_id, client_id, person_id, clock)
    select distinct speech.id, binding.client_id, binding.person_id, coalesce(filled.clock_to, 0)
    from speech, unnest($3::bigint[], $4::text[]) as binding (client_id, person_id)
      left join filled on filled.client_id = binding.client_id
    on conflict (speech_id, client_id) do update set
      person_id = case when client_bindings.person_id = excluded.person_id then excluded.person_id end,
      clock = case when client_bindings.clock = 0 then excluded.clock end
  ),
  counted as (
    update client_bindings
    set clock = case when client_bindings.clock <= filled.clock_from then filled.clock_to end
    from speech, filled
    where client_bindings.speech_id = speech.id and client_bindings.client_id = filled.client_id
      and filled.client_id <> all ($3::bigint[])
  ),
  decided as (
    insert into decisions
      (id, speech_id, suggestion_id, proposed_by, change, outcome, decided_by, decided_at)
    select decision.id, speech.id, suggestion_id, proposed_by, change, outcome, decided_by, decided_at
    from speech,
      unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[])
        as decision (id, suggestion_id, proposed_by, change, outcome, decided_by, decided_at)
    on conflict do nothing
  ),
  removed as (
    insert into removals (speech_id, seq, person_id, bytes)
    select speech.id, last_seq, person_id, bytes
    from speech, unnest($13::text[], $14::bytea[]) as removal (person_id, bytes)
  )
  insert into updates (speech_id, seq, bytes, batch) select id, last_seq, $2, $18 from speech returning seq`;

const STORED_BATCH = "select seq from updates where speech_id = $1 and batch = $2";

const RECORD_FIGURES = `
  update speeches set characters = $2, spoken_units = $3, updated_at = greatest(updated_at, $4) where id = $1`;

/** 23502: a column that must hold something. See APPEND. */
function bindingError(error: unknown): AppError | null {
  if (!(error instanceof Error) || !("code" in error && "table" in error && "column" in error)) return null;
  if (error.code !== "23502" || error.table !== "client_bindings") return null;
  return error.column === "clock" ? clocksRefused() : bindingRefused();
}

const isUnavailable = (error: unknown) => error instanceof AppError && error.code === "storage-unavailable";

export function createPostgresLog(pool: pg.Pool): UpdateLog {
  const queue = new LogQueue();

  async function run<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await pool.query<Row>(text, values)).rows;
    } catch (error) {
      throw bindingError(error) ?? toAppError(error);
    }
  }

  async function storedSeq(speechId: SpeechId, batch: string | null): Promise<number | null> {
    const [row] = await run<{ seq: number }>(STORED_BATCH, [speechId, batch]);
    return row?.seq ?? null;
  }

  async function transaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    try {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("begin");
        await work(client);
        await client.query("commit");
      } catch (error) {
        // A connection that can't even roll back is thrown away, and its transaction with it.
        await client.query("rollback").catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    } catch (error) {
      throw toAppError(error);
    }
  }

  return {
    async append(entry) {
      const {
        speechId,
        batch = null,
        update,
        bindings,
        decisions = [],
        removals = [],
        words = [],
        clocks = [],
        marksOnly = false,
      } = entry;
      const removed = byPerson(removals, words);
      const clientIds = bindings.map(({ clientId }) => clientId);
      const personIds = bindings.map(({ personId }) => personId);
      const values = [
        speechId,
        update,
        clientIds,
        personIds,
        marksOnly,
        decisions.map(({ id }) => id),
        decisions.map(({ suggestion }) => suggestion),
        decisions.map(({ proposedBy }) => proposedBy),
        decisions.map(({ change }) => JSON.stringify(change)),
        decisions.map(({ outcome }) => outcome),
        decisions.map(({ by }) => by),
        decisions.map(({ at }) => at),
        removed.map(({ personId }) => personId),
        removed.map(({ bytes }) => Buffer.from(bytes)),
        clocks.map(({ clientId }) => clientId),
        clocks.map(({ from }) => from),
        clocks.map(({ to }) => to),
        batch,
      ];
      try {
        const [row] = await queue.hold(update.length, () => run<{ seq: number }>(APPEND, values));
        if (row !== undefined) return row.seq;
        const speeches = await run("select id from speeches where id = $1", [speechId]);
        throw appendRefused(speechId, speeches.length > 0);
      } catch (error) {
        // Refused it may be for what the same batch stored before, when its answer was lost.
        const seq = isUnavailable(error) ? null : await storedSeq(speechId, batch);
        if (seq === null) throw error;
        return seq;
      }
    },
    async load(speechId, afterSeq = 0) {
      const updates = await run<{ seq: number; bytes: Uint8Array }>(
        "select seq, bytes from updates where speech_id = $1 and seq > $2 order by seq",
        [speechId, afterSeq],
      );
      // Read after the updates, so that no update comes without the bindings it was stored with.
      const bindings = await run<{ clientId: number; personId: PersonId }>(
        'select client_id as "clientId", person_id as "personId" from client_bindings where speech_id = $1',
        [speechId],
      );
      // The rest is stored in rows too: without new ones there is nothing new.
      const isUnchanged = afterSeq > 0 && updates.length === 0;
      const decided = isUnchanged
        ? []
        : await run<KnownSuggestion>(
            'select distinct suggestion_id as "id", proposed_by as "person" from decisions where speech_id = $1',
            [speechId],
          );
      const removals = isUnchanged
        ? []
        : await run<StoredRemovals>(
            'select person_id as "personId", bytes from removals where speech_id = $1 and seq > $2 order by seq',
            [speechId, afterSeq],
          );
      return {
        updates: updates.map(({ bytes }) => bytes),
        bindings,
        decided,
        words: storedWords(removals, afterSeq > 0),
        lastSeq: updates.at(-1)?.seq ?? afterSeq,
      };
    },
    compact: (speechId, upToSeq, merged) =>
      queue.hold(merged.length, () =>
        transaction(async (client) => {
          const { rowCount } = await client.query("delete from updates where speech_id = $1 and seq <= $2", [
            speechId,
            upToSeq,
          ]);
          // Nothing deleted: another compaction was there first and holds these rows already.
          if (rowCount === 0) return;
          await client.query("insert into updates (speech_id, seq, bytes) values ($1, $2, $3)", [
            speechId,
            upToSeq,
            merged,
          ]);
          const { rows } = await client.query<StoredRemovals>(
            `with gone as (delete from removals where speech_id = $1 and seq <= $2 returning seq, person_id, bytes)
           select person_id as "personId", bytes from gone order by seq`,
            [speechId, upToSeq],
          );
          const removed = mergedRemovals(rows);
          await client.query(
            `insert into removals (speech_id, seq, person_id, bytes)
           select $1, $2, person_id, bytes from unnest($3::text[], $4::bytea[]) as removal (person_id, bytes)`,
            [
              speechId,
              upToSeq,
              removed.map(({ personId }) => personId),
              removed.map(({ bytes }) => Buffer.from(bytes)),
            ],
          );
        }),
      ),
    async recordFigures(speechId, { characters, spokenUnits, updatedAt }) {
      await run(RECORD_FIGURES, [speechId, characters, spokenUnits, updatedAt]);
    },
  };
}
