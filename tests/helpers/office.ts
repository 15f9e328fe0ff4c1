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
  /** By the sign-in name asked for, then by the person's name. */
  #accounts = new Map<string, Map<string, Promise<Account>>>();

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

  /**
   * The colleague of that name: made at the first call, past the password change. Which tests share an office is
   * chance, so of two that give one sign-in name to different people the second gets it with a number.
   */
  colleague(signInName: string, name = signInName): Promise<Account> {
    const people = this.#accounts.get(signInName) ?? new Map<string, Promise<Account>>();
    const own = people.size === 0 ? signInName : `${signInName}-${people.size + 1}`;
    const known = people.get(name) ?? this.#createColleague(own, name);
    people.set(name, known);
    this.#accounts.set(signInName, people);
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
