/**
 * The tables as Kysely types. Columns use only what SQLite and PostgreSQL share: text, whole
 * numbers (flags are 0 and 1, times epoch milliseconds) and bytes.
 */
import type { Generated } from "kysely";
import type { Role } from "@/core/access";
import type { CommentId, PersonId, SignOffRequestId, SpeechId, ThreadId, VersionId } from "@/core/ids";
import type { RecordKind } from "@/core/record";
import type { Reaction } from "@/core/review/thread";
import type { SignOffAnswer, SignOffEnd } from "@/core/sign-off";
import type { NumberingStyle, Stage } from "@/core/speech";
import type { VersionKind } from "@/core/version";
import type { CommentEditsTable } from "./comment-edits-table";
import type { DecisionsTable } from "./decision-tables";
import type { EndedSessionsTable } from "./ended-sessions-table";
import type { HouseStylesTable } from "./house-styles-table";
import type { LeaderTables } from "./leader-tables";
import type { NoticeTables } from "./notice-tables";
import type { OfficeStagesTable } from "./office-stage-table";
import type { OutsideAuthorsTable } from "./outside-tables";
import type { ReadingTables } from "./reading-tables";
import type { RecordHeadsTable } from "./record-table";
import type { RemovalsTable } from "./removals-table";
import type { RestoredTextsTable } from "./restored-texts-table";
import type { StageTasksTable } from "./stage-tasks-table";

/** SQLite has no boolean. */
export type Flag = 0 | 1;

export interface PeopleTable {
  id: PersonId;
  name: string;
  /** Lower case, unique. */
  sign_in_name: string;
  department: string;
  title: string;
  administrator: Flag;
  disabled: Flag;
  must_change_password: Flag;
  /** As server/services/passwords.ts writes it, with the parameters it was made with. */
  password_hash: string;
  /** Rises when the person's sessions must end. */
  session_version: Generated<number>;
  created_at: number;
}

export interface SpeechesTable {
  /** SQLite only: the row's number in `speech_search`. */
  number: Generated<number>;
  id: SpeechId;
  title: string;
  speaker: string;
  occasion: string;
  /** ISO date. */
  due_on: string | null;
  stage: Stage;
  numbering_style: NumberingStyle;
  characters_per_minute: number;
  characters: number;
  spoken_units: number;
  archived: Flag;
  /** Whether everybody but the chief writes suggestions only. */
  suggest_only: Generated<Flag>;
  /** `seq` of the speech's newest log row; the counter that the next row takes its own from. */
  last_seq: Generated<number>;
  created_at: number;
  updated_at: number;
  /** PostgreSQL only; SQLite keeps the same words in `speech_search`. */
  search_tokens: Generated<readonly string[]>;
}

/** SQLite only: an FTS5 index of words made by server/services/search-tokens.ts. */
export interface SpeechSearchTable {
  /** The speech's number. */
  rowid: number;
  /** Separated by blanks. */
  tokens: string;
}

export interface MembersTable {
  speech_id: SpeechId;
  person_id: PersonId;
  role: Role;
}

/** The log: merged Yjs updates in V1 encoding. */
export interface UpdatesTable {
  speech_id: SpeechId;
  seq: number;
  bytes: Uint8Array;
  /** See update-batches.ts; none in SQLite. */
  batch: string | null;
}

/** Whose edits a Yjs client id names: that never changes once written. */
export interface ClientBindingsTable {
  speech_id: SpeechId;
  client_id: number;
  person_id: PersonId;
  /** How far it is stored. 0 where nobody has counted: SQLite has one writer and needs no count. */
  clock: Generated<number>;
}

/** Recent failures to sign in, per account and per address. */
export interface SignInFailuresTable {
  /** SHA-256 of what is counted: people type passwords into the name field. */
  subject: string;
  failures: number;
  last_at: number;
}

/**
 * Facts about the installation that must happen once; a row's key is the lock on its fact. Beside them which
 * generation the data are: services/data-generation.ts; which database it is: services/database-name.ts; and what
 * write-check.ts puts in and takes out at once.
 */
export interface InstallationTable {
  key: "set-up" | "data-generation" | "database-name" | "write-check";
  value: string;
}

/** Threads of comments; where they stand is a mark in the text. */
export interface ThreadsTable {
  id: ThreadId;
  speech_id: SpeechId;
  /** The text as it was when the thread was made; null for the whole speech. */
  quote: string | null;
  created_at: number;
  resolved_by: PersonId | null;
  resolved_at: number | null;
  /** The suggestion that it is about; null for any other thread. */
  suggestion_id: string | null;
}

export interface CommentsTable {
  id: CommentId;
  thread_id: ThreadId;
  /** Its thread's; spares the list of a speech a join. */
  speech_id: SpeechId;
  author_id: PersonId;
  /** Empty once deleted. */
  body: string;
  /** JSON array of person ids. */
  mentions: string;
  deleted: Flag;
  created_at: number;
  edited_at: number | null;
  /** Who brought it in with a file. */
  imported_by: Generated<PersonId | null>;
}

export interface ReactionsTable {
  comment_id: CommentId;
  person_id: PersonId;
  reaction: Reaction;
  /** Its comment's. */
  speech_id: SpeechId;
}

/** What is known of a version without its text. */
export interface VersionsTable {
  id: VersionId;
  speech_id: SpeechId;
  kind: VersionKind;
  /** Empty unless somebody named it. */
  name: string;
  note: string;
  /** Who asked for it; null when it made itself. */
  made_by: PersonId | null;
  /** The version that the text was taken back to; may be gone since. */
  from_version: string | null;
  /** The stage that began with it, and which draft of that stage it is; null for any other version. */
  stage: Stage | null;
  draft: number | null;
  text_id: string;
  /** Of its headings; stands in no node. */
  numbering_style: NumberingStyle;
  /** SHA-256 of the canonical text: the same for the same words and formatting. */
  content_hash: string;
  characters: number;
  spoken_units: number;
  /** Characters, since the version before. */
  added: number;
  deleted: number;
  /** Of the shared document: what was typed after it belongs to the next version. */
  state_vector: Uint8Array;
  created_at: number;
}

/** Texts of versions, compressed; several versions of one text share it. */
export interface VersionTextsTable {
  id: string;
  speech_id: SpeechId;
  /** The whole text that this one is written as a difference to; null for a whole one. */
  base_id: string | null;
  bytes: Uint8Array;
  /** Who typed what, in lines like the text's; null for texts kept before it was known. */
  authors: Uint8Array | null;
}

/** Who took part between a version and the one before, and how much; see VersionShare in core/version.ts. */
export interface VersionPeopleTable {
  version_id: VersionId;
  person_id: PersonId;
  characters: number;
  removed: number;
}

/** What happened to a speech, each entry chained to the one before by its hash. */
export interface RecordEntriesTable {
  speech_id: SpeechId;
  /** From 1 in each speech. */
  number: number;
  kind: RecordKind;
  /** JSON of RecordFacts[kind]. */
  facts: string;
  person_id: PersonId;
  /** What the person was called then; null in entries from before it was kept. */
  person_name: string | null;
  created_at: number;
  hash: string;
}

/** 送审: who was asked to sign which draft. */
export interface SignOffRequestsTable {
  id: SignOffRequestId;
  speech_id: SpeechId;
  version_id: VersionId;
  asked_by: PersonId;
  in_order: Flag;
  /** ISO date. */
  due_on: string | null;
  note: string;
  /** Null while it holds. */
  ended: SignOffEnd | null;
  created_at: number;
}

export interface SignOffPeopleTable {
  request_id: SignOffRequestId;
  /** From 1, in order of asking. */
  position: number;
  person_id: PersonId;
}

/** 签批: every answer, none ever changed; a person's last one counts. */
export interface SignOffsTable {
  request_id: SignOffRequestId;
  /** From 1 in each request. */
  number: number;
  person_id: PersonId;
  answer: SignOffAnswer;
  opinion: string;
  /** The version that holds what was signed. */
  version_id: VersionId;
  /** See SignOff in core/sign-off.ts. */
  text_hash: string;
  created_at: number;
  /** Whether people were told that a change broke it. */
  break_told: Generated<Flag>;
  /** Whether it stands for another text than the present one, as of the last pause, or has a later answer after it. */
  broken: Generated<Flag>;
  /** Who alone made every change since, as of then, where others sign after them in order; null when several did. */
  changed_by: PersonId | null;
}

export interface Tables extends LeaderTables, NoticeTables, ReadingTables {
  people: PeopleTable;
  speeches: SpeechesTable;
  speech_search: SpeechSearchTable;
  members: MembersTable;
  updates: UpdatesTable;
  client_bindings: ClientBindingsTable;
  sign_in_failures: SignInFailuresTable;
  ended_sessions: EndedSessionsTable;
  installation: InstallationTable;
  office_stages: OfficeStagesTable;
  threads: ThreadsTable;
  comments: CommentsTable;
  outside_authors: OutsideAuthorsTable;
  reactions: ReactionsTable;
  versions: VersionsTable;
  version_texts: VersionTextsTable;
  version_people: VersionPeopleTable;
  record_entries: RecordEntriesTable;
  sign_off_requests: SignOffRequestsTable;
  sign_off_people: SignOffPeopleTable;
  sign_offs: SignOffsTable;
  stage_tasks: StageTasksTable;
  decisions: DecisionsTable;
  removals: RemovalsTable;
  comment_edits: CommentEditsTable;
  record_heads: RecordHeadsTable;
  house_styles: HouseStylesTable;
  restored_texts: RestoredTextsTable;
}
