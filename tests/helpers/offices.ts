/** An office over real storage: the services, a clock that a test sets, rooms that remember calls. */
import type { Role } from "@/core/access";
import { newPersonId, newSpeechId, type PersonId, type SpeechId, type ThreadId } from "@/core/ids";
import type { NewPerson, Person } from "@/core/person";
import type { PresentPerson, SpeechSummary } from "@/core/speech";
import type { NewSpeech } from "@/core/speech-requests";
import type { Queries } from "@/server/db/database";
import type { Storage } from "@/server/db/storage";
import type { Clock } from "@/server/services/clock";
import { createNoticeService, type NoticeService } from "@/server/services/notices";
import { createPasswords, type Passwords } from "@/server/services/passwords";
import { createPeopleService, type PeopleService } from "@/server/services/people";
import type { LiveRooms, LiveThreads, NoticeBell } from "@/server/services/ports";
import { createSessionService, type SessionService } from "@/server/services/sessions";
import { createSpeechService, type SpeechService } from "@/server/services/speeches";
import { createThreadService, type ThreadService } from "@/server/services/threads";
import { keepingLogger } from "./keeping-logger";

export const PASSWORD = "a long enough password";

/** A cost at which hundreds of hashes take no time; passwords.test.ts uses the real one. */
const CHEAP = { logN: 4, r: 8, p: 1 };

/** Stands still until a test moves it; `wait` moves it at once and remembers by how much. */
export class TestClock implements Clock {
  time = Date.UTC(2026, 10, 23, 9);
  readonly waits: number[] = [];

  now(): number {
    return this.time;
  }

  async wait(durationMs: number): Promise<void> {
    this.waits.push(durationMs);
    this.time += durationMs;
  }
}

export class TestRooms implements LiveRooms {
  readonly revoked: { personId: PersonId; speechId: SpeechId | undefined }[] = [];
  readonly changed: SpeechId[] = [];
  readonly people = new Map<SpeechId, PresentPerson[]>();

  present(speechId: SpeechId): readonly PresentPerson[] {
    return this.people.get(speechId) ?? [];
  }

  revoke(personId: PersonId, speechId?: SpeechId): void {
    this.revoked.push({ personId, speechId });
  }

  speechChanged(speechId: SpeechId): void {
    this.changed.push(speechId);
  }
}

/** Remembers whose notices changed. */
export class TestBell implements NoticeBell {
  readonly rung: PersonId[] = [];

  ring(people: readonly PersonId[]): void {
    this.rung.push(...people);
  }
}

/** A text in which every place can be marked, until a test takes the words away. */
export class TestThreads implements LiveThreads {
  readonly marked: ThreadId[] = [];
  readonly changedSpeeches: SpeechId[] = [];
  text = "标出的文字";

  async mark(_speechId: SpeechId, _personId: PersonId, thread: ThreadId): Promise<string> {
    this.marked.push(thread);
    return this.text;
  }

  async unmark(_speechId: SpeechId, _personId: PersonId, thread: ThreadId): Promise<void> {
    this.marked.splice(this.marked.indexOf(thread), 1);
  }

  changed(speechId: SpeechId): void {
    this.changedSpeeches.push(speechId);
  }
}

export interface Office {
  readonly people: PeopleService;
  readonly sessions: SessionService;
  readonly speeches: SpeechService;
  readonly threads: ThreadService;
  readonly rooms: TestRooms;
  readonly notices: NoticeService;
  readonly live: TestThreads;
  readonly bell: TestBell;
  readonly logger: ReturnType<typeof keepingLogger>;
  readonly clock: TestClock;
  /** Who set the office up, with PASSWORD. */
  readonly administrator: Person;
  /** A person with PASSWORD and a sign-in name made from a number. */
  addPerson(input?: Partial<NewPerson>): Promise<Person>;
  addSpeech(chief: Person, input?: Partial<NewSpeech>): Promise<SpeechSummary>;
  /** A new person with this role on the speech. */
  addMember(chief: Person, speechId: SpeechId, role: Role): Promise<Person>;
}

export interface OfficeParts {
  readonly clock?: TestClock;
  readonly passwords?: Passwords;
  readonly makeUpPause?: (speechId: SpeechId) => Promise<void>;
}

/** Sets up an empty storage. */
export async function openOffice(storage: Storage, parts: OfficeParts = {}): Promise<Office> {
  const services = servicesOver(storage, parts);
  const { people, speeches } = services;
  const administrator = await people.setUp({ name: "管理员", signInName: "admin", password: PASSWORD });
  let added = 0;
  const addPerson = (input: Partial<NewPerson> = {}) => {
    added += 1;
    return people.create(administrator, {
      name: `同事${added}`,
      signInName: `person${added}`,
      department: "",
      title: "",
      administrator: false,
      initialPassword: PASSWORD,
      ...input,
    });
  };
  return {
    ...services,
    administrator,
    addPerson,
    addSpeech: (chief, input = {}) =>
      speeches.create(chief, { title: "讲话", speaker: "", occasion: "", dueOn: null, text: "", ...input }),
    async addMember(chief, speechId, role) {
      const person = await addPerson();
      await speeches.setMember(chief, speechId, person.id, role);
      return person;
    },
  };
}

/** The services over a storage that was set up before, as after a restart. */
export function servicesOver(storage: Storage, parts: OfficeParts = {}) {
  const { database } = storage;
  const clock = parts.clock ?? new TestClock();
  const passwords = parts.passwords ?? createPasswords(CHEAP);
  const makeUpPause = parts.makeUpPause ?? (async () => undefined);
  const rooms = new TestRooms();
  const live = new TestThreads();
  const bell = new TestBell();
  const logger = keepingLogger();
  const updateFromText = (text: string) => ({
    update: new TextEncoder().encode(text),
    clientId: 4_000_000_000,
    stateVector: new Uint8Array(),
    characters: text.length,
    spokenUnits: text.length + 1,
    numberingStyle: "flat" as const,
  });
  return {
    clock,
    rooms,
    live,
    bell,
    logger,
    notices: createNoticeService({ database, bell, clock }),
    threads: createThreadService({ database, live, bell, clock, logger }),
    people: createPeopleService({ database, passwords, rooms, bell, clock }),
    sessions: createSessionService({ database, passwords, clock, rooms }),
    speeches: createSpeechService({ database, rooms, bell, clock, updateFromText, makeUpPause }),
  };
}

/** A speech's row for tests of the log alone. */
export async function insertSpeech(queries: Queries): Promise<SpeechId> {
  const id = newSpeechId();
  await queries
    .insertInto("speeches")
    .values({
      id,
      title: "讲话",
      speaker: "",
      occasion: "",
      due_on: null,
      stage: "draft",
      numbering_style: "nested",
      characters_per_minute: 200,
      characters: 0,
      spoken_units: 0,
      archived: 0,
      created_at: 1,
      updated_at: 1,
    })
    .execute();
  return id;
}

export async function insertPerson(queries: Queries): Promise<PersonId> {
  const id = newPersonId();
  await queries
    .insertInto("people")
    .values({
      id,
      name: "同事",
      sign_in_name: id,
      department: "",
      title: "",
      administrator: 0,
      disabled: 0,
      must_change_password: 0,
      password_hash: "",
      created_at: 1,
    })
    .execute();
  return id;
}
