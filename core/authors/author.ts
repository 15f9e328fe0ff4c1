/** The people behind the Yjs client ids of a speech. */
import type { PersonId } from "@/core/ids";
import type { CarriedRun } from "./carried-runs";

export interface AuthorName {
  readonly id: PersonId;
  readonly name: string;
}

/** Who wrote in a speech, and which of its letters somebody else put where they stand. */
export interface SpeechAuthors {
  readonly authors: readonly Author[];
  readonly carried: readonly CarriedRun[];
}

export interface Author extends AuthorName {
  /** A person has one for every page that they opened the speech in and typed. */
  readonly clientIds: readonly number[];
}
