/**
 * The real server in this process, without Next unless asked for, with people, a speech and session cookies: for tests
 * of what an upgrade is asked and of what happens to open sockets.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import type { Role } from "@/core/access";
import type { SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Person } from "@/core/person";
import { PERSON_PARAM, SCHEMA_PARAM, SCHEMA_VERSION, SYNC_PATH } from "@/core/protocol";
import { sessionCookie } from "@/server/auth/session-cookie";
import { buildServer, type LecternServer } from "@/server/build";
import { readConfig } from "@/server/config";
import { PASSWORD } from "./offices";
import { type Attempt, TestSocket } from "./test-socket";

// A benchmark opens one too, where no test runs that a file could fail. Within a test it would be too late: by then no hook
// is taken any more.
const checkFilesOf =
  process.env.VITEST === undefined ? null : (await import("./checked-service")).checkFilesOf;

const SECRET = "a secret that is long enough for tests";
/** What a colleague changed the initial password to, which is PASSWORD. */
export const OWN_PASSWORD = "a password of one's own";
/** Next to nothing: these tests make many people. */
const CHEAP = { logN: 4, r: 8, p: 1 };

export class SocketOffice {
  private constructor(
    readonly server: LecternServer,
    readonly administrator: Person,
    readonly speechId: SpeechId,
    private readonly folder: string,
  ) {}

  /** The administrator is the speech's chief. */
  static async open(
    options: { env?: Record<string, string>; nextFolder?: string; text?: string } = {},
  ): Promise<SocketOffice> {
    const folder = await mkdtemp(path.join(tmpdir(), "lectern-sockets-"));
    const settings = { NODE_ENV: "test", PORT: "0", HOST: "localhost", DATA_DIR: folder };
    const server = await buildServer({
      config: readConfig({ ...settings, SESSION_SECRET: SECRET, ...options.env }),
      nextFolder: options.nextFolder ?? null,
      logger: pino({ level: "silent" }),
      passwordCost: CHEAP,
    });
    checkFilesOf?.(server.runtime.exports);
    const { people, speeches } = server.runtime;
    const administrator = await people.setUp({ name: "管理员", signInName: "admin", password: PASSWORD });
    const names = { title: "讲话", speaker: "", occasion: "", dueOn: null, text: options.text ?? "" };
    const { id } = await speeches.create(administrator, names);
    return new SocketOffice(server, administrator, id, folder);
  }

  /** A colleague past the first change of password, on the speech when there's a role. */
  async colleague(signInName: string, role: Role | null): Promise<Person> {
    const { people, sessions, speeches } = this.server.runtime;
    const person = await this.newcomer(signInName);
    await people.changeOwnPassword(person, PASSWORD, OWN_PASSWORD);
    if (role !== null) await speeches.setMember(this.administrator, this.speechId, person.id, role);
    return (await sessions.signIn({ signInName, password: OWN_PASSWORD, address: "192.0.2.1" })).person;
  }

  /** Somebody just added, who has to change the password first. */
  newcomer(signInName: string): Promise<Person> {
    const empty = { department: "", title: "", administrator: false };
    return this.server.runtime.people.create(this.administrator, {
      ...empty,
      name: signInName,
      signInName,
      initialPassword: PASSWORD,
    });
  }

  /** What a page of this person's own browser would ask; a test changes the part that it is about. */
  async attempt(person: Person, change: Partial<Attempt> = {}): Promise<Attempt> {
    return {
      path: `${SYNC_PATH}/${this.speechId}`,
      params: { [SCHEMA_PARAM]: String(SCHEMA_VERSION), [PERSON_PARAM]: person.id },
      origin: this.server.url,
      cookie: await this.cookie(person),
      ...change,
    };
  }

  /** A session cookie as a sign-in now would give it. */
  async cookie(person: Person, options: { secure?: boolean; secret?: string } = {}): Promise<string> {
    const { secure = false, secret = SECRET } = options;
    for (let sessionVersion = 0; sessionVersion < 20; sessionVersion += 1) {
      const claims = { personId: person.id, sessionVersion, sessionId: newId() };
      if ((await this.server.runtime.sessions.resolve(claims)) === null) continue;
      const line = await sessionCookie(claims, { secure, secret });
      return line.slice(0, line.indexOf(";"));
    }
    throw new Error(`${person.name} has no session that stands`);
  }

  async connect(person: Person, change: Partial<Attempt> = {}): Promise<TestSocket> {
    return TestSocket.connect(this.server.url, await this.attempt(person, change));
  }

  async close(): Promise<void> {
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
