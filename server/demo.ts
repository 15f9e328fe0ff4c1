/** `npm start -- --demo`: a throw-away office to try things in. All people are invented. */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@/core/access";
import type { PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { shortSpeeches } from "@/core/samples/short-speeches";
import type { SpeechSummary } from "@/core/speech";
import { countDocument } from "@/core/text/count";
import type { LecternServer } from "./build";
import type { Config } from "./config";
import { updateFromDocument } from "./sync/seed";
import type { SignIn } from "./welcome";

interface DemoPerson {
  /** In the writing of a speech. */
  readonly part: string;
  readonly name: string;
  readonly signInName: string;
  readonly department: string;
  readonly title: string;
  readonly role: Role;
}

/** The first is the administrator and everybody's chief writer. */
const CHIEF: DemoPerson = {
  part: "主笔",
  name: "周文清",
  signInName: "zhubi",
  department: "市府办综合处",
  title: "处长",
  role: "chief",
};
const COLLEAGUES: readonly DemoPerson[] = [
  {
    part: "起草人",
    name: "林晓舟",
    signInName: "qicao",
    department: "市府办综合处",
    title: "四级主任科员",
    role: "editor",
  },
  {
    part: "核稿人",
    name: "许明远",
    signInName: "hegao",
    department: "市府办秘书处",
    title: "副处长",
    role: "editor",
  },
  {
    part: "领导",
    name: "陈立川",
    signInName: "lingdao",
    department: "市政府",
    title: "副市长",
    role: "suggester",
  },
];

export interface Demo {
  /** The settings with the demo's own data folder in them, and nothing of the office that they are for. */
  configure(settings: Config): Config;
  /** Adds people and speeches; resolves with the sign-ins. */
  fill(server: LecternServer): Promise<readonly SignIn[]>;
  remove(): Promise<void>;
}

/** Nobody else on the network should guess it; a person has to type it. */
function password(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** Makes the folder; the server is the caller's to build, from the settings that `configure` gives. */
export async function openDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "lectern-demo-"));
  return {
    configure: (settings) => ({
      ...settings,
      dataDir: folder,
      databaseUrl: undefined,
      redisUrl: undefined,
      smtpUrl: undefined,
    }),
    fill,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function fill(server: LecternServer): Promise<readonly SignIn[]> {
  const { people, speeches } = server.runtime;
  const secret = password();
  const { name, signInName } = CHIEF;
  const chief = await people.setUp({ name, signInName, password: secret });
  await people.change(chief, chief.id, { department: CHIEF.department, title: CHIEF.title });

  const members: { readonly personId: PersonId; readonly role: Role }[] = [];
  for (const { part: _part, role, ...account } of COLLEAGUES) {
    const initialPassword = password();
    const person = await people.create(chief, { ...account, administrator: false, initialPassword });
    // As if they had signed in once: the demo shouldn't begin with four changes of password.
    await people.changeOwnPassword(person, initialPassword, secret);
    members.push({ personId: person.id, role });
  }
  const created = [];
  for (const speech of shortSpeeches) created.push(await speeches.create(chief, speech));
  created.push(await createSample(server, chief));
  for (const { id } of created) {
    for (const { personId, role } of members) await speeches.setMember(chief, id, personId, role);
  }
  return [CHIEF, ...COLLEAGUES].map((person) => ({
    part: person.part,
    name: person.name,
    signInName: person.signInName,
    password: secret,
  }));
}

/** The long sample keeps what plain text can't hold: a table, lists, quotations. */
async function createSample({ runtime, log }: LecternServer, chief: Person): Promise<SpeechSummary> {
  const { title, speaker, occasion, dueOn, numberingStyle, document } = archivesSpeech;
  const created = await runtime.speeches.create(chief, { title, speaker, occasion, dueOn, text: "" });
  const { update, clientId } = updateFromDocument(document);
  await log.append({ speechId: created.id, update, bindings: [{ clientId, personId: chief.id }] });
  await log.recordFigures(created.id, { ...countDocument(document), updatedAt: Date.now() });
  return runtime.speeches.change(chief, created.id, { numberingStyle });
}
