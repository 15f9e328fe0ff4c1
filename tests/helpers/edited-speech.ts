/** A speech in which each edit of a plan is a suggestion, a direct edit, or isn't made at all. */
import type { Node } from "@tiptap/pm/model";
import type { Role } from "@/core/access";
import { newId } from "@/core/new-id";
import type { LetteredEdit } from "./lettered-edits";
import { openRooms, until } from "./rooms";
import { editShared, suggestShared, textOf, writeText } from "./shared-edit";
import { SyncClient } from "./sync-client";

export class EditedSpeech {
  /** Of two looks of the same words the later counts. */
  #time = 0;

  private constructor(
    private readonly room: ReturnType<typeof openRooms>,
    readonly chief: SyncClient,
    private readonly people: SyncClient[],
  ) {}

  static async open(text: Node, roles: readonly Role[]): Promise<EditedSpeech> {
    const room = openRooms({ idleTimeoutMs: 60_000 });
    const join = async (role: Role) => {
      const client = new SyncClient(room.rooms, room.speechId, { role });
      await until(() => client.role !== null);
      return client;
    };
    const chief = await join("chief");
    writeText(chief.doc, text);
    const speech = new EditedSpeech(room, chief, await Promise.all(roles.map(join)));
    await speech.settled();
    return speech;
  }

  get text(): Node {
    return textOf(this.chief.doc);
  }

  textAt(person: number): Node {
    return textOf(this.#at(person).doc);
  }

  isAway(person: number): boolean {
    return this.#at(person).closed !== null;
  }

  drop(person: number): void {
    this.#at(person).disconnect();
  }

  comeBack(person: number): void {
    const { doc, personId, suggests, role } = this.#at(person);
    const options = { role: role as Role, personId, doc, suggests };
    this.people[person] = new SyncClient(this.room.rooms, this.room.speechId, options);
  }

  /** Whether what this person writes from now on is suggested. */
  propose(person: number, suggests: boolean): void {
    this.#at(person).suggests = suggests;
  }

  /** Whether it changed anything. */
  edit(person: number, { make }: LetteredEdit): boolean {
    const { doc, personId, suggests } = this.#at(person);
    const edit = make(textOf(doc));
    if (edit === null) return false;
    this.#time += 1;
    if (suggests) suggestShared(doc, personId, () => edit, newId(), this.#time);
    else editShared(doc, () => edit);
    return true;
  }

  /** Writes this text over the chief's. */
  async decide(text: Node): Promise<void> {
    writeText(this.chief.doc, text);
    await this.settled();
  }

  /** Everybody who is here has been told that all is stored. */
  async arrived(): Promise<void> {
    await until(() => this.#everybody().every(({ closed, allSaved }) => closed !== null || allSaved));
  }

  /** Everybody comes back, nobody was refused, and all have one text. */
  async settled(): Promise<void> {
    const converged = () =>
      until(() => {
        const all = this.#everybody();
        for (const { closeError } of all) if (closeError !== null) throw new Error(closeError);
        return (
          all.every(({ allSaved }) => allSaved) &&
          new Set(all.map(({ fragment }) => `${fragment}`)).size === 1
        );
      });
    for (const person of this.people.keys()) if (this.isAway(person)) this.comeBack(person);
    await converged();
    // What went with a line that was moved is put back behind everything else.
    await this.room.rooms.textOf(this.room.speechId);
    await converged();
  }

  async close(): Promise<void> {
    for (const client of this.#everybody()) client.disconnect();
    await this.room.rooms.close();
  }

  #everybody(): SyncClient[] {
    return [this.chief, ...this.people];
  }

  #at(person: number): SyncClient {
    const client = this.people[person];
    if (client === undefined) throw new RangeError(`nobody is number ${person}`);
    return client;
  }
}
