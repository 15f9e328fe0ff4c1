/**
 * A row of every table that an archive holds, with something else than nothing and than the default in every column:
 * what an archive leaves out is missed then. A new table or column doesn't compile until it stands here.
 */
import { type Selectable, sql } from "kysely";
import {
  newCommentId,
  newDecisionId,
  newDirectiveId,
  newHouseStyleId,
  newNoticeId,
  newPersonId,
  newSignOffRequestId,
  newSpeechId,
  newThreadId,
  newVersionId,
} from "@/core/ids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import type { Queries } from "@/server/db/database";
import type { Storage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { ARCHIVE_TABLES } from "@/server/transfer/archive-tables";

/** Made anew wherever an archive is read in, or, as `batch`, only of use to the database that it stands in. */
export const MADE_ANEW: Readonly<Record<string, readonly string[]>> = {
  speeches: ["number", "search_tokens"],
  updates: ["batch"],
};

type Rows = {
  readonly [Name in Exclude<keyof Tables, "speech_search" | "speeches" | "updates">]: Selectable<
    Tables[Name]
  >;
} & {
  readonly speeches: Omit<Selectable<Tables["speeches"]>, "number" | "search_tokens">;
  readonly updates: Omit<Selectable<Tables["updates"]>, "batch">;
};

/** Flags are 1 and numbers 7, or up from 7 to tell them apart. */
export async function addEveryRow({ database }: Storage): Promise<void> {
  const rows: Readonly<Record<string, object>> = { ...everyRow() };
  await database.transaction(async (queries) => {
    for (const { name } of ARCHIVE_TABLES) await insert(queries, name, rows[name] ?? {});
  });
}

async function insert(queries: Queries, name: string, row: object): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
    queries,
  );
}

const AT = 1_790_000_000_000;

function everyRow(): Rows {
  const [person, speech, thread, comment] = [newPersonId(), newSpeechId(), newThreadId(), newCommentId()];
  const [version, request, text] = [newVersionId(), newSignOffRequestId(), newId()];
  const ofPerson = { person_id: person };
  const ofSpeech = { speech_id: speech };
  const bytes = Uint8Array.of(0, 1, 127, 128, 255);
  return {
    people: {
      id: person,
      name: "张三",
      sign_in_name: "zhangsan",
      department: "办公室",
      title: "主任",
      administrator: 1,
      disabled: 1,
      must_change_password: 1,
      password_hash: "scrypt",
      session_version: 7,
      created_at: AT,
    },
    speeches: {
      ...{ id: speech, title: "在会议上的讲话", speaker: "李四", occasion: "全市档案工作会议" },
      ...{ due_on: "2026-12-01", stage: "review", numbering_style: "flat", archived: 1, suggest_only: 1 },
      ...{ characters_per_minute: 180, characters: 7, spoken_units: 8, last_seq: 9 },
      ...{ created_at: AT, updated_at: AT + 1 },
    },
    outside_authors: { ...ofPerson, ...ofSpeech },
    members: { ...ofSpeech, ...ofPerson, role: "chief" },
    client_bindings: { ...ofSpeech, client_id: 4_294_967_295, ...ofPerson, clock: 7 },
    updates: { ...ofSpeech, seq: 7, bytes },
    removals: { ...ofSpeech, seq: 7, ...ofPerson, bytes },
    restored_texts: { ...ofSpeech, content_hash: "hash", bytes, undo_client: 4_294_967_295, created_at: AT },
    version_texts: { id: text, ...ofSpeech, base_id: newId(), bytes, authors: bytes },
    versions: {
      ...{ id: version, ...ofSpeech, kind: "named", name: "送审稿", note: "改了第二部分", made_by: person },
      ...{ from_version: newVersionId(), stage: "review", draft: 7, text_id: text, numbering_style: "flat" },
      ...{ content_hash: "hash", characters: 7, spoken_units: 8, added: 9, deleted: 10 },
      ...{ state_vector: bytes, created_at: AT },
    },
    version_people: { version_id: version, ...ofPerson, characters: 7, removed: 8 },
    sign_in_failures: { subject: "name:张三", failures: 7, last_at: AT },
    ended_sessions: { id: newId(), forget_at: AT },
    threads: {
      ...{ id: thread, ...ofSpeech, quote: "原话", created_at: AT, resolved_by: person, resolved_at: AT + 1 },
      suggestion_id: newId(),
    },
    comments: {
      ...{ id: comment, thread_id: thread, ...ofSpeech, author_id: person, body: "请核实", mentions: "[]" },
      ...{ deleted: 1, created_at: AT, edited_at: AT + 1, imported_by: person },
    },
    comment_edits: { comment_id: comment, ...ofSpeech, body: "核实", replaced_at: AT },
    reactions: { comment_id: comment, ...ofPerson, reaction: "agree", ...ofSpeech },
    record_entries: {
      ...{ ...ofSpeech, number: 7, kind: "create", facts: "{}", ...ofPerson, person_name: "张三" },
      ...{ created_at: AT, hash: "hash" },
    },
    record_heads: { ...ofSpeech, entries: 7, hash: "hash" },
    stage_tasks: {
      version_id: version,
      position: 7,
      ...ofSpeech,
      ...ofPerson,
      what: "核数字",
      due_on: "2026-12-01",
    },
    sign_off_requests: {
      ...{
        id: request,
        ...ofSpeech,
        version_id: version,
        asked_by: person,
        in_order: 1,
        due_on: "2026-12-01",
      },
      ...{ note: "请审", ended: "returned", created_at: AT },
    },
    sign_off_people: { request_id: request, position: 7, ...ofPerson },
    sign_offs: {
      ...{
        request_id: request,
        number: 7,
        ...ofPerson,
        answer: "agreed",
        opinion: "同意",
        version_id: version,
      },
      ...{ text_hash: "hash", created_at: AT, break_told: 1, broken: 1, changed_by: person },
    },
    decisions: {
      ...{ id: newDecisionId(), ...ofSpeech, suggestion_id: newId(), proposed_by: person, change: "{}" },
      ...{ outcome: "accepted", decided_by: person, decided_at: AT, reason: "合适", told: 1 },
    },
    directives: {
      ...{
        id: newDirectiveId(),
        ...ofSpeech,
        author_id: person,
        kind: "rewording",
        quote: "原话",
        wording: "新话",
      },
      ...{ thread_id: thread, state: "done", settled_by: person, settled_at: AT + 1, created_at: AT },
    },
    reading_settings: { ...ofPerson, size: 7, layout: "pages" },
    office_stages: {
      stage: "review",
      position: 7,
      name: "审核",
      expects: "看过",
      removed: 1,
      needs_sign_off: 1,
    },
    reading_copies: { speaker: "李四", size: 7 },
    notices: {
      ...{ id: newNoticeId(), ...ofPerson, kind: "mention", ...ofSpeech, actor_id: person, facts: "{}" },
      ...{ created_at: AT, read_at: AT + 1, mailed_at: AT + 2 },
    },
    mail_settings: { ...ofPerson, address: "zhangsan@example.com", enabled: 1, locale: "en" },
    mail_queue: { ...ofPerson, first_at: AT, last_at: AT + 1, attempts: 7, not_before: AT + 2 },
    house_styles: {
      ...{ id: newHouseStyleId(), name: "办公厅版式", paper: JSON.stringify(paperPreset("gbt9704")) },
      ...{ created_at: AT, updated_at: AT + 1 },
    },
    installation: { key: "set-up", value: "done" },
  };
}
