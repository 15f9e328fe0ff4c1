/** Speeches, their members and the home page. Every method decides access itself, from `actor`. */
import { can, type Role, roleOnText } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Member, SpeechPage, SpeechSummary } from "@/core/speech";
import type { NewSpeech, SpeechChange, SpeechQuery } from "@/core/speech-requests";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { tellSignerAgain, tellSignersAgain } from "./later-turns";
import { askedSpeech, madeOnce } from "./made-once";
import { FIRST_CHARACTERS_PER_MINUTE, type FirstText, insertSpeech } from "./new-speech";
import { addNotices } from "./notice-rows";
import { requireInOffice } from "./office-access";
import type { LiveRooms, NoticeBell } from "./ports";
import { appendEntry } from "./record-rows";
import { changeSpeech, recordChange, requireChange } from "./speech-change";
import { listSpeeches } from "./speech-list";
import { deleteMember, listMembers, nameOf, putMember, roleHeld } from "./speech-members";
import { lockSpeech, requireOnSpeech, requireOnText, speechFor, stateOf, summaryOf } from "./speech-row";
import { withdrawing } from "./withdrawing";

export interface SpeechService {
  /** Speeches the actor is a member of, latest edit first. */
  list(actor: Person, query: SpeechQuery): Promise<SpeechPage>;
  /**
   * The actor becomes its chief. `text` goes into the log as the first update. The same input with the same `key`
   * again is the same speech, as it is now.
   */
  create(actor: Person, input: NewSpeech): Promise<SpeechSummary>;
  /** `not-found` both for a missing speech and for one the actor isn't on. */
  get(actor: Person, speechId: SpeechId): Promise<SpeechSummary>;
  change(actor: Person, speechId: SpeechId, change: SpeechChange): Promise<SpeechSummary>;
  members(actor: Person, speechId: SpeechId): Promise<readonly Member[]>;
  /** Adds a member or changes the role; closes that person's sockets. `last-chief` keeps one chief. */
  setMember(actor: Person, speechId: SpeechId, personId: PersonId, role: Role): Promise<readonly Member[]>;
  /** Of somebody who isn't on the speech it is done already. */
  removeMember(actor: Person, speechId: SpeechId, personId: PersonId): Promise<readonly Member[]>;
  /** For the socket: the role, less while the speech is archived or final; null when not a member. */
  roleOf(personId: PersonId, speechId: SpeechId): Promise<Role | null>;
}

export interface SpeechDependencies {
  readonly database: Database;
  readonly rooms: LiveRooms;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  readonly updateFromText: (text: string) => FirstText;
  /**
   * What a pause in the writing does: its headings are numbered otherwise, which is another text to who signed it, or
   * the pause came while it was archived, when nobody is asked to sign. Never rejects.
   */
  readonly makeUpPause: (speechId: SpeechId) => Promise<void>;
}

export function createSpeechService({
  database,
  rooms,
  bell,
  clock,
  updateFromText,
  makeUpPause,
}: SpeechDependencies): SpeechService {
  /** Changes the members as a chief, and gives the one concerned a new socket with the new role. */
  async function changeMembers(
    actor: Person,
    speechId: SpeechId,
    personId: PersonId,
    role: Role | null,
    change: (queries: Queries) => Promise<void>,
  ): Promise<readonly Member[]> {
    const write = async (queries: Queries) => {
      await lockSpeech(queries, database.kind, speechId);
      const speech = await speechFor(queries, actor.id, speechId);
      requireOnSpeech(speech, "manage-members");
      // The same again, by a click too many or since the answer got lost: nobody's access changes.
      const held = await roleHeld(queries, speechId, personId);
      if (held === role) {
        return { members: await listMembers(queries, speechId), told: [], isChanged: false };
      }
      await change(queries);
      const facts = { person: personId, name: await nameOf(queries, personId), role };
      const at = clock.now();
      const entry = { kind: "member" as const, facts, personId: actor.id, at };
      await appendEntry(queries, speechId, entry);
      const notice = { kind: "access" as const, facts: { role, title: speech.title }, at };
      const told = await addNotices(queries, {
        ...notice,
        speechId,
        actorId: actor.id,
        people: [personId],
      });
      const isSigner = held !== null && can(held, "sign-off");
      const asked = isSigner ? [] : await tellSignerAgain(queries, { personId, at, speechId });
      const members = await listMembers(queries, speechId);
      return { members, told: [...told, ...asked], isChanged: true };
    };
    const { members } = await withdrawing(database, write, ({ told, isChanged }) => {
      // Off the speech nobody has a socket, whoever took them off and however often it is asked.
      if (isChanged || role === null) rooms.revoke(personId, speechId);
      // Now or never: sent again since its answer got lost, it changes nothing.
      if (!isChanged) return;
      bell.ring(told);
      // Whoever has it open sees who can still sign.
      rooms.speechChanged(speechId);
    });
    return members;
  }

  return {
    async list(actor, query) {
      const { rows, nextCursor } = await listSpeeches(database, actor.id, query);
      return { speeches: rows.map((row) => summaryOf(row, rooms)), nextCursor };
    },

    async create(actor, { key, ...input }) {
      requireInOffice(actor, "create-speech");
      const { text, dueOn, ...names } = input;
      const first = text.trim() === "" ? null : updateFromText(text);
      const asked = askedSpeech(actor.id, key, input);
      const { id } = asked;
      const now = clock.now();
      const row = await madeOnce(database, asked, async (queries) => {
        const speech = { id, ...names, dueOn, charactersPerMinute: FIRST_CHARACTERS_PER_MINUTE };
        await insertSpeech(queries, database.kind, { speech, first, personId: actor.id, now });
        const facts = { title: names.title };
        await appendEntry(queries, id, { kind: "create", facts, personId: actor.id, at: now });
      });
      return summaryOf(row, rooms);
    },

    async get(actor, speechId) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnText(row, "read");
      return summaryOf(row, rooms);
    },

    async change(actor, speechId, change) {
      const write = async (queries: Queries) => {
        await lockSpeech(queries, database.kind, speechId);
        const before = await speechFor(queries, actor.id, speechId);
        requireChange(before, change);
        const at = clock.now();
        await changeSpeech(queries, database.kind, before, { change, now: at });
        const after = await speechFor(queries, actor.id, speechId);
        await recordChange(queries, { before, after, personId: actor.id, at });
        const isRestored = before.archived === 1 && after.archived === 0;
        const told = isRestored ? await tellSignersAgain(queries, { speechId, at }) : [];
        return { before, after, told, members: await listMembers(queries, speechId) };
      };
      const { after } = await withdrawing(database, write, ({ before, after, told, members }) => {
        bell.ring(told);
        rooms.speechChanged(speechId);
        // Who may do more or less now comes back to be judged anew.
        for (const { personId, role } of members) {
          const isKept = roleOnText(role, stateOf(before)) === roleOnText(role, stateOf(after));
          if (!isKept || after.archived !== before.archived) rooms.revoke(personId, speechId);
        }
      });
      // As asked, not as it came about: sent again since its answer got lost it changes nothing, and is owed still.
      const owesPause = change.archived === false || change.numberingStyle !== undefined;
      if (!owesPause) return summaryOf(after, rooms);
      await makeUpPause(speechId);
      // Whom it asks to sign may be another now.
      return summaryOf(await database.query((queries) => speechFor(queries, actor.id, speechId)), rooms);
    },

    members: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnText(await speechFor(queries, actor.id, speechId), "read");
        return listMembers(queries, speechId);
      }),

    setMember: (actor, speechId, personId, role) =>
      changeMembers(actor, speechId, personId, role, (queries) =>
        putMember(queries, speechId, personId, role),
      ),

    removeMember: (actor, speechId, personId) =>
      changeMembers(actor, speechId, personId, null, (queries) => deleteMember(queries, speechId, personId)),

    roleOf: (personId, speechId) =>
      database.query(async (queries) => {
        const row = await queries
          .selectFrom("members")
          .innerJoin("people", "people.id", "members.person_id")
          .innerJoin("speeches", "speeches.id", "members.speech_id")
          .select(["members.role", "speeches.archived", "speeches.stage", "speeches.suggest_only"])
          .where("members.person_id", "=", personId)
          .where("members.speech_id", "=", speechId)
          .where("people.disabled", "=", 0)
          .executeTakeFirst();
        return row === undefined ? null : roleOnText(row.role, stateOf(row));
      }),
  };
}
