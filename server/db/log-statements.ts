/** The log's SQL on one SQLite connection. The caller owns the transaction. */
import type Sqlite from "better-sqlite3";
import type { StoredRemovals } from "@/core/authors/removals";
import type { PersonId, SpeechId } from "@/core/ids";
import type { KnownSuggestion, StoredSpeech } from "../sync/ports";
import { appendRefused, bindingRefused } from "./append-refused";
import type { LogValue, LogWrite } from "./log-messages";
import { byPerson, mergedRemovals, storedWords } from "./stored-removals";

export interface LogStatements {
  write(write: LogWrite): LogValue;
  load(speechId: SpeechId, afterSeq: number): StoredSpeech;
}

export function prepareLogStatements(connection: Sqlite.Database): LogStatements {
  const nextSeq = connection
    .prepare<[SpeechId, 0 | 1], number>(
      `update speeches set last_seq = last_seq + 1
       where id = ? and (? or (stage <> 'final' and archived = 0)) returning last_seq`,
    )
    .pluck();
  const speechExists = connection.prepare<[SpeechId], number>("select 1 from speeches where id = ?").pluck();
  const insertUpdate = connection.prepare<[SpeechId, number, Uint8Array]>(
    "insert into updates (speech_id, seq, bytes) values (?, ?, ?)",
  );
  const insertBinding = connection.prepare<[SpeechId, number, PersonId]>(
    "insert into client_bindings (speech_id, client_id, person_id) values (?, ?, ?) on conflict do nothing",
  );
  const boundTo = connection
    .prepare<[SpeechId, number], PersonId>(
      "select person_id from client_bindings where speech_id = ? and client_id = ?",
    )
    .pluck();
  const insertDecision = connection.prepare<
    [string, SpeechId, string, PersonId, string, string, PersonId, number]
  >(
    "insert into decisions (id, speech_id, suggestion_id, proposed_by, change, outcome, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
  );
  const insertRemovals = connection.prepare<[SpeechId, number, PersonId, Uint8Array]>(
    "insert into removals (speech_id, seq, person_id, bytes) values (?, ?, ?, ?)",
  );
  const selectRemovals = connection.prepare<[SpeechId, number], StoredRemovals>(
    'select person_id as "personId", bytes from removals where speech_id = ? and seq <= ? order by seq',
  );
  const selectRemovalsAfter = connection.prepare<[SpeechId, number], StoredRemovals>(
    'select person_id as "personId", bytes from removals where speech_id = ? and seq > ? order by seq',
  );
  const deleteRemovals = connection.prepare<[SpeechId, number]>(
    "delete from removals where speech_id = ? and seq <= ?",
  );
  const deleteUpTo = connection.prepare<[SpeechId, number]>(
    "delete from updates where speech_id = ? and seq <= ?",
  );
  const recordFigures = connection.prepare<[number, number, number, SpeechId]>(
    "update speeches set characters = ?, spoken_units = ?, updated_at = max(updated_at, ?) where id = ?",
  );
  const selectUpdates = connection.prepare<[SpeechId, number], { seq: number; bytes: Uint8Array }>(
    "select seq, bytes from updates where speech_id = ? and seq > ? order by seq",
  );
  const selectBindings = connection.prepare<[SpeechId], { clientId: number; personId: PersonId }>(
    'select client_id as "clientId", person_id as "personId" from client_bindings where speech_id = ?',
  );
  const selectDecided = connection.prepare<[SpeechId], KnownSuggestion>(
    'select distinct suggestion_id as "id", proposed_by as "person" from decisions where speech_id = ?',
  );

  return {
    write(write) {
      switch (write.kind) {
        case "append": {
          const {
            speechId,
            update,
            bindings,
            decisions = [],
            removals = [],
            words = [],
            marksOnly = false,
          } = write.entry;
          const seq = nextSeq.get(speechId, marksOnly ? 1 : 0);
          if (seq === undefined) throw appendRefused(speechId, speechExists.get(speechId) !== undefined);
          insertUpdate.run(speechId, seq, update);
          for (const { clientId, personId } of bindings) {
            const isNew = insertBinding.run(speechId, clientId, personId).changes > 0;
            if (!isNew && boundTo.get(speechId, clientId) !== personId) throw bindingRefused();
          }
          for (const { id, suggestion, proposedBy, change, outcome, by, at } of decisions) {
            const text = JSON.stringify(change);
            insertDecision.run(id, speechId, suggestion, proposedBy, text, outcome, by, at);
          }
          for (const { personId, bytes } of byPerson(removals, words)) {
            insertRemovals.run(speechId, seq, personId, bytes);
          }
          return seq;
        }
        case "compact": {
          // Nothing deleted: another compaction was there first and holds these rows already.
          const { speechId, upToSeq } = write;
          if (deleteUpTo.run(speechId, upToSeq).changes === 0) return null;
          insertUpdate.run(speechId, upToSeq, write.merged);
          const removals = selectRemovals.all(speechId, upToSeq);
          deleteRemovals.run(speechId, upToSeq);
          for (const { personId, bytes } of mergedRemovals(removals)) {
            insertRemovals.run(speechId, upToSeq, personId, bytes);
          }
          return null;
        }
        case "record-figures": {
          const { characters, spokenUnits, updatedAt } = write.figures;
          recordFigures.run(characters, spokenUnits, updatedAt, write.speechId);
          return null;
        }
      }
    },
    load(speechId, afterSeq) {
      const rows = selectUpdates.all(speechId, afterSeq);
      return {
        updates: rows.map(({ bytes }) => bytes),
        bindings: selectBindings.all(speechId),
        decided: afterSeq === 0 || rows.length > 0 ? selectDecided.all(speechId) : [],
        words: storedWords(selectRemovalsAfter.all(speechId, afterSeq), afterSeq > 0),
        lastSeq: rows.at(-1)?.seq ?? afterSeq,
      };
    },
  };
}
