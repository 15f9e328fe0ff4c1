/** Speeches as one person sees them: the row, and that person's role. */
import type { ExpressionBuilder, Selectable } from "kysely";
import {
  can,
  type Role,
  roleOnText,
  roleUnlessArchived,
  type SpeechAction,
  type SpeechState,
} from "@/core/access";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { NumberingStyle, SpeechSummary } from "@/core/speech";
import type { DatabaseKind, Queries } from "../db/database";
import type { SpeechesTable, Tables } from "../db/tables";
import type { LiveRooms } from "./ports";

const COLUMNS = [
  "speeches.id",
  "speeches.title",
  "speeches.speaker",
  "speeches.occasion",
  "speeches.due_on",
  "speeches.stage",
  "speeches.numbering_style",
  "speeches.characters_per_minute",
  "speeches.characters",
  "speeches.spoken_units",
  "speeches.archived",
  "speeches.suggest_only",
  "speeches.created_at",
  "speeches.updated_at",
  "members.role",
] as const;

export type SpeechRow = Omit<Selectable<SpeechesTable>, "number" | "last_seq" | "search_tokens"> & {
  readonly role: Role;
  /** Requests to sign that hold, in a text that is open, whose turn it is, and that the person hasn't signed as it is. */
  readonly unanswered: number | null;
  readonly drafts: number | null;
};

/** The speeches a person is on, each with that person's role: none for somebody whose account is disabled. */
export function speechesOf(queries: Queries, personId: PersonId) {
  return queries
    .selectFrom("speeches")
    .innerJoin("members", "members.speech_id", "speeches.id")
    .where("members.person_id", "=", personId)
    .where(isEnabled(personId))
    .select(COLUMNS)
    .select(unansweredRequest(personId))
    .select(draftsOfStage);
}

/** Hangs on no row of the speeches, so that it is asked once and leaves their list to its indexes. */
function isEnabled(personId: PersonId) {
  return ({ exists, selectFrom }: ExpressionBuilder<Tables, "speeches" | "members">) =>
    exists(
      selectFrom("people")
        .select("people.id")
        .where("people.id", "=", personId)
        .where("people.disabled", "=", 0),
    );
}

function draftsOfStage({ selectFrom }: ExpressionBuilder<Tables, "speeches">) {
  return selectFrom("versions")
    .whereRef("versions.speech_id", "=", "speeches.id")
    .whereRef("versions.stage", "=", "speeches.stage")
    .select(({ fn }) => fn.max("versions.draft").as("draft"))
    .as("drafts");
}

function unansweredRequest(personId: PersonId) {
  return ({ selectFrom }: ExpressionBuilder<Tables, "speeches" | "members">) =>
    selectFrom("sign_off_requests")
      .innerJoin("sign_off_people", "sign_off_people.request_id", "sign_off_requests.id")
      .leftJoin("sign_offs", (join) =>
        join
          .onRef("sign_offs.request_id", "=", "sign_off_requests.id")
          .on("sign_offs.person_id", "=", personId)
          // Whoever signed what is the text no more is asked again.
          .on("sign_offs.broken", "=", 0),
      )
      .whereRef("sign_off_requests.speech_id", "=", "speeches.id")
      .where("sign_off_requests.ended", "is", null)
      .where("sign_off_people.person_id", "=", personId)
      .where("sign_offs.number", "is", null)
      // Nobody signs a closed text, nor before those who come first.
      .where("speeches.archived", "=", 0)
      .where("speeches.stage", "<>", "final")
      .where(({ or, eb, not, exists, selectFrom: from }) =>
        or([
          eb("sign_off_requests.in_order", "=", 0),
          not(
            exists(
              from("sign_off_people as before")
                .leftJoin("sign_offs as given", (join) =>
                  join
                    .onRef("given.request_id", "=", "before.request_id")
                    .onRef("given.person_id", "=", "before.person_id")
                    .on(({ eb: on, or: either, and, not: isNot, exists: is, selectFrom: answers }) =>
                      either([
                        on("given.broken", "=", 0),
                        // What the one after them changed doesn't take the turn from that one.
                        and([
                          on("given.changed_by", "=", personId),
                          isNot(
                            is(
                              answers("sign_offs as later")
                                .whereRef("later.request_id", "=", "given.request_id")
                                .whereRef("later.person_id", "=", "given.person_id")
                                .whereRef("later.number", ">", "given.number")
                                .select("later.number"),
                            ),
                          ),
                        ]),
                      ]),
                    ),
                )
                .whereRef("before.request_id", "=", "sign_off_requests.id")
                .whereRef("before.position", "<", "sign_off_people.position")
                .where("given.number", "is", null)
                .select("before.person_id"),
            ),
          ),
        ]),
      )
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .as("unanswered");
}

/** The speech, when the person is on it; `not-found` else, whether or not there is such a speech. */
export async function speechFor(
  queries: Queries,
  personId: PersonId,
  speechId: SpeechId,
): Promise<SpeechRow> {
  const row = await speechesOf(queries, personId).where("speeches.id", "=", speechId).executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row;
}

/** How the speech numbers its headings; the callers decided access. */
export async function numberingStyleOf(queries: Queries, speechId: SpeechId): Promise<NumberingStyle> {
  const row = await queries
    .selectFrom("speeches")
    .select("numbering_style")
    .where("id", "=", speechId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row.numbering_style;
}

/**
 * Makes transactions that change the speech or its members take turns, so that what one of them
 * read still holds when it writes. SQLite's transactions take turns anyway.
 */
export async function lockSpeech(queries: Queries, kind: DatabaseKind, speechId: SpeechId): Promise<void> {
  if (kind === "sqlite") return;
  await queries.selectFrom("speeches").select("id").where("id", "=", speechId).forNoKeyUpdate().execute();
}

/** Throws `forbidden` unless the row's role allows the action, archive and stage taken into account. */
export function requireOnText(row: SpeechRow, action: SpeechAction): void {
  if (!can(roleOnText(row.role, stateOf(row)), action)) throw new AppError("forbidden");
}

/** What the speech's state takes from every role. */
export function stateOf({
  archived,
  stage,
  suggest_only,
}: Pick<SpeechRow, "archived" | "stage" | "suggest_only">): SpeechState {
  return { archived: archived === 1, stage, suggestOnly: suggest_only === 1 };
}

/** Throws `forbidden` unless the role allows the action; for what can be done to a final speech, but not to an archived one. */
export function requireUnlessArchived(row: SpeechRow, action: SpeechAction): void {
  if (!can(roleUnlessArchived(row.role, stateOf(row)), action)) throw new AppError("forbidden");
}

/** Throws `forbidden` unless the role allows the action; for what an archived speech still allows. */
export function requireOnSpeech({ role }: SpeechRow, action: SpeechAction): void {
  if (!can(role, action)) throw new AppError("forbidden");
}

export function summaryOf(row: SpeechRow, rooms: Pick<LiveRooms, "present">): SpeechSummary {
  return {
    id: row.id,
    title: row.title,
    speaker: row.speaker,
    occasion: row.occasion,
    dueOn: row.due_on,
    stage: row.stage,
    drafts: Number(row.drafts ?? 0),
    numberingStyle: row.numbering_style,
    charactersPerMinute: row.characters_per_minute,
    characters: row.characters,
    spokenUnits: row.spoken_units,
    archived: row.archived === 1,
    suggestOnly: row.suggest_only === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    role: row.role,
    present: rooms.present(row.id),
    asksToSign: Number(row.unanswered) > 0 && can(row.role, "sign-off"),
  };
}
