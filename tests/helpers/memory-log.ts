/** An UpdateLog in memory whose failures and pauses a test decides. */

import type { Removal, StoredRemovals } from "@/core/authors/removals";
import type { PersonsWords } from "@/core/authors/removed-words";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { byPerson, storedWords } from "@/server/db/stored-removals";
import type {
  ClientBinding,
  KeptDecision,
  LogEntry,
  SpeechFigures,
  StoredSpeech,
  UpdateLog,
} from "@/server/sync/ports";

interface Row {
  seq: number;
  update: Uint8Array;
}

export class MemoryLog implements UpdateLog {
  readonly rows = new Map<SpeechId, Row[]>();
  readonly bindings = new Map<SpeechId, ClientBinding[]>();
  /** How far each client id is stored. */
  readonly clocks = new Map<SpeechId, Map<number, number>>();
  readonly decisions = new Map<SpeechId, readonly KeptDecision[]>();
  readonly removals = new Map<SpeechId, readonly Removal[]>();
  readonly words = new Map<SpeechId, readonly PersonsWords[]>();
  /** The same as the databases keep it. */
  private readonly removed = new Map<SpeechId, readonly (StoredRemovals & { readonly seq: number })[]>();
  readonly figures = new Map<SpeechId, SpeechFigures>();
  loads = 0;
  /** Of every attempt the batch's name. */
  readonly batches: (string | undefined)[] = [];
  /** The next so many appends fail. */
  failures = 0;
  /** Set to refuse every append for good. */
  refusal: AppError | null = null;
  /** While set, appends wait for it. */
  gate: Promise<void> | null = null;
  /** While set, loads wait for it. */
  loadGate: Promise<void> | null = null;

  async append(entry: LogEntry): Promise<number> {
    const { speechId, update, bindings, decisions = [], removals = [], words = [], clocks = [] } = entry;
    this.batches.push(entry.batch);
    if (this.gate !== null) await this.gate;
    if (this.refusal !== null) throw this.refusal;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new AppError("storage-unavailable");
    }
    const isAnothers = (binding: ClientBinding) =>
      this.bindings
        .get(speechId)
        ?.some((bound) => bound.clientId === binding.clientId && bound.personId !== binding.personId);
    if (bindings.some(isAnothers)) throw new AppError("author-mismatch");
    const filled = this.clocks.get(speechId) ?? new Map<number, number>();
    if (clocks.some(({ clientId, from }) => (filled.get(clientId) ?? 0) > from)) {
      throw new AppError("resync-required");
    }
    for (const { clientId, to } of clocks) filled.set(clientId, to);
    this.clocks.set(speechId, filled);
    const rows = this.rows.get(speechId) ?? [];
    const seq = (rows.at(-1)?.seq ?? 0) + 1;
    this.rows.set(speechId, [...rows, { seq, update }]);
    this.bindings.set(speechId, [...(this.bindings.get(speechId) ?? []), ...bindings]);
    this.decisions.set(speechId, [...this.decisionsOn(speechId), ...decisions]);
    this.removals.set(speechId, [...(this.removals.get(speechId) ?? []), ...removals]);
    this.words.set(speechId, [...(this.words.get(speechId) ?? []), ...words]);
    const removed = byPerson(removals, words).map((theirs) => ({ ...theirs, seq }));
    this.removed.set(speechId, [...(this.removed.get(speechId) ?? []), ...removed]);
    return seq;
  }

  decisionsOn(speechId: SpeechId): readonly KeptDecision[] {
    return this.decisions.get(speechId) ?? [];
  }

  async load(speechId: SpeechId, afterSeq = 0): Promise<StoredSpeech> {
    this.loads += 1;
    if (this.loadGate !== null) await this.loadGate;
    const rows = (this.rows.get(speechId) ?? []).filter(({ seq }) => seq > afterSeq);
    return {
      updates: rows.map(({ update }) => update),
      bindings: this.bindings.get(speechId) ?? [],
      decided:
        afterSeq > 0 && rows.length === 0
          ? []
          : this.decisionsOn(speechId).map(({ suggestion, proposedBy }) => ({
              id: suggestion,
              person: proposedBy,
            })),
      words: storedWords(
        (this.removed.get(speechId) ?? []).filter(({ seq }) => seq > afterSeq),
        afterSeq > 0,
      ),
      lastSeq: rows.at(-1)?.seq ?? afterSeq,
    };
  }

  async compact(speechId: SpeechId, upToSeq: number, merged: Uint8Array): Promise<void> {
    const later = (this.rows.get(speechId) ?? []).filter(({ seq }) => seq > upToSeq);
    this.rows.set(speechId, [{ seq: upToSeq, update: merged }, ...later]);
  }

  async recordFigures(speechId: SpeechId, figures: SpeechFigures): Promise<void> {
    this.figures.set(speechId, figures);
  }
}
