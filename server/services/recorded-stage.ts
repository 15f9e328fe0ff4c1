/** The stage that a speech is in by what is kept of its moves, whatever its own row says. */
import type { ExpressionBuilder } from "kysely";
import type { RecordFacts } from "@/core/record";
import type { Stage } from "@/core/speech";
import type { Tables } from "../db/tables";

export interface KeptMoves {
  /** Facts of the record's last entry of a move; null without one. */
  readonly lastMove: string | null;
  /** Kind and facts of the record's first entry. */
  readonly firstKind: string | null;
  readonly firstFacts: string | null;
  /** Stage of its latest draft. */
  readonly drafted: Stage | null;
}

/** What recordedStage() asks of a speech, to be selected with its row. */
export function keptMoves(row: ExpressionBuilder<Tables, "speeches">) {
  const entries = row.selectFrom("record_entries").whereRef("record_entries.speech_id", "=", "speeches.id");
  const first = entries.where("record_entries.number", "=", 1);
  return [
    entries
      .where("record_entries.kind", "=", "stage")
      .orderBy("record_entries.number", "desc")
      .limit(1)
      .select("record_entries.facts")
      .as("lastMove"),
    first.select("record_entries.kind").as("firstKind"),
    first.select("record_entries.facts").as("firstFacts"),
    row
      .selectFrom("versions")
      .whereRef("versions.speech_id", "=", "speeches.id")
      .where("versions.kind", "=", "stage")
      .orderBy("versions.created_at", "desc")
      .limit(1)
      .select("versions.stage")
      .as("drafted"),
  ] as const;
}

/**
 * Null for a speech that was never moved. The record says it, which each move is put on together with its draft: the
 * drafts themselves may be those of the file that the speech was made of. Only a speech that is older than its record
 * is judged by them; it was made of no file that brings any.
 */
export function recordedStage({ lastMove, firstKind, firstFacts, drafted }: KeptMoves): Stage | null {
  // As appendEntry() wrote them, of their kinds.
  if (lastMove !== null) return (JSON.parse(lastMove) as RecordFacts["stage"]).to;
  const isWhole =
    firstKind === "create" ||
    (firstKind === "import" && (JSON.parse(firstFacts ?? "{}") as RecordFacts["import"]).version === null);
  return isWhole ? null : drafted;
}
