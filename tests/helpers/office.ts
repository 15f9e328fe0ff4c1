/** An office on a fresh server: an administrator, colleagues and speeches, made through the real API. */
import type { Role } from "@/core/access";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import type { NewSpeech } from "@/core/speech-requests";
import { Visitor } from "./visitor";

export interface Account {
  readonly person: Person;
  readonly password: string;
  /** Signed in; its cookies can be given to a browser context. */
  readonly visitor: Visitor;
}

export class Office {
  #accounts = new Map<string, Promise<Account>>();

  private constructor(
    readonly url: string,
    readonly administrator: Account,
  ) {}

  /** Sets up a server that nobody has visited yet. */
  static async open(url: string): Promise<Office> {
    const visitor = new Visitor(url);
    const password = "administrators-own-1";
    const person = await visitor.setUp({ name: "管理员", signInName: "administrator", password });
    await visitor.signIn(person.signInName, password);
    return new Office(url, { person, password, visitor });
  }

  /** The colleague of that sign-in name: made at the first call, past the password change. */
  colleague(signInName: string, name = signInName): Promise<Account> {
    const known = this.#accounts.get(signInName) ?? this.#createColleague(signInName, name);
    this.#accounts.set(signInName, known);
    return known;
  }

  async #createColleague(signInName: string, name: string): Promise<Account> {
    const initialPassword = `initial-of-${signInName}`;
    const password = `own-secret-of-${signInName}`;
    const person = await this.administrator.visitor.createPerson({ name, signInName, initialPassword });
    const visitor = new Visitor(this.url);
    await visitor.signIn(signInName, initialPassword);
    await visitor.changePassword(initialPassword, password); // answers with a fresh session
    return { person: { ...person, mustChangePassword: false }, password, visitor };
  }

  /** A speech of `chief`, with the others on it in their roles. */
  async speech(
    chief: Account,
    input: Partial<NewSpeech> & Pick<NewSpeech, "title">,
    members: readonly (readonly [Account, Role])[] = [],
  ): Promise<SpeechSummary> {
    const speech = await chief.visitor.createSpeech(input);
    for (const [{ person }, role] of members) {
      const member = { personId: person.id, role };
      await chief.visitor.request("POST", `/api/speeches/${speech.id}/members`, member);
    }
    return speech;
  }
}
