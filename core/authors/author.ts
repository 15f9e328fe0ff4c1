/** The people behind the Yjs client ids of a speech. */
import type { PersonId } from "@/core/ids";

export interface AuthorName {
  readonly id: PersonId;
  readonly name: string;
}

export interface Author extends AuthorName {
  /** A person has one for every page that they opened the speech in and typed. */
  readonly clientIds: readonly number[];
}
