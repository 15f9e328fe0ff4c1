/** The local copies beside the one in use, of the same person and speech: which of them must still be readable. */
import * as Y from "yjs";
import type { CopyKey } from "./copy-names";
import { deleteCopy, discardIfSynced, unsyncedCopies } from "./local-copies";

export class SetAsideCopies {
  #copies: readonly CopyKey[] = [];
  #keys: readonly CopyKey[] = [];
  #looked: Promise<void> = Promise.resolve();

  /** `onChange`: `keys` are others. */
  constructor(private readonly onChange: () => void) {}

  /** Those with text that the server lacks, as far as is known. */
  get keys(): readonly CopyKey[] {
    return this.#keys;
  }

  /** Goes by what the copies themselves know, before the server has said anything; none of them goes. */
  look(copies: readonly CopyKey[]): Promise<void> {
    this.#copies = copies;
    this.#looked = unsyncedCopies(copies, null).then((unsynced) =>
      this.#set(unsynced.filter(({ begins }) => begins !== null).map(({ key }) => key)),
    );
    return this.#looked;
  }

  /** `doc` has all that the server has, whose data are of `generation`: copies without anything else go. */
  async compare(doc: Y.Doc, generation: string | null): Promise<void> {
    const data = generation === null ? null : { generation, document: Y.snapshot(doc) };
    await this.#looked.catch(() => undefined); // its caller hears of it
    if (this.#copies.length > 0) this.#set(await discardIfSynced(this.#copies, data));
  }

  async discard(key: CopyKey): Promise<void> {
    await deleteCopy(key);
    this.#set(this.#keys.filter((kept) => kept !== key));
  }

  #set(keys: readonly CopyKey[]): void {
    this.#keys = keys;
    this.onChange();
  }
}
