/** Who the people named in a file are: colleagues of the same name, else outside authors. */

import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { ImportedAuthor } from "@/core/import";
import { candidatesOf } from "@/core/import-candidates";
import type { ImportCandidate, ImportPreview } from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import { oneLine } from "@/core/one-line";
import type { Person } from "@/core/person";
import type { Queries } from "../db/database";
import { newPersonIdBeside } from "./new-person-id";
import { type NewOutsideAuthor, outsideAuthorsOf } from "./outside-authors";

/** Each name with whom it stands for unless whoever imports says otherwise, and everybody whom any of them may stand for. */
export async function matchAuthors(
  queries: Queries,
  actor: Person,
  authors: readonly ImportedAuthor[],
  speechId: SpeechId | null,
): Promise<Pick<ImportPreview, "authors" | "colleagues">> {
  const colleagues = await colleaguesFor(queries, actor, authors, speechId);
  const matched = authors.map(({ key, name }) => {
    const same = colleagues.filter((person) => person.name === name);
    return { key, name, match: same.length === 1 ? (same[0]?.id ?? null) : null };
  });
  return { authors: matched, colleagues };
}

export interface SettledAuthors {
  /** By the file's keys. */
  readonly people: ReadonlyMap<string, PersonId>;
  /** Those of them who have to be stored first. */
  readonly outside: readonly NewOutsideAuthor[];
}

/**
 * The person of each key. `chosen` is in the order of `authors`; null makes an outside author, or takes
 * the speech's own of that name. Throws `invalid-input` for somebody whom the name can't stand for.
 */
export async function settleAuthors(
  queries: Queries,
  actor: Person,
  authors: readonly ImportedAuthor[],
  { chosen, speechId }: { readonly chosen: readonly (PersonId | null)[]; readonly speechId: SpeechId | null },
): Promise<SettledAuthors> {
  if (chosen.length !== authors.length) throw new AppError("invalid-input", "people of another file");
  const colleagues = await colleaguesFor(queries, actor, authors, speechId);
  const known = speechId === null ? [] : await outsideAuthorsOf(queries, speechId);
  const people = new Map<string, PersonId>();
  const outside: NewOutsideAuthor[] = [];
  // Who is named beside them, or may be.
  const others = new Set([...colleagues, ...known].map(({ id }) => id));
  for (const [index, { key, name }] of authors.entries()) {
    const id = chosen[index] ?? null;
    if (id !== null && !candidatesOf(name, colleagues).some((candidate) => candidate.id === id)) {
      throw new AppError("invalid-input", "not one that this name may stand for");
    }
    const cut = oneLine(name, LIMITS.nameCharacters);
    const there = [...known, ...outside].find((one) => one.name === cut);
    if (id !== null) {
      people.set(key, id);
      continue;
    }
    const author = there ?? { id: newPersonIdBeside(others), name: cut };
    if (there === undefined) {
      outside.push(author);
      others.add(author.id);
    }
    people.set(key, author.id);
  }
  return { people, outside };
}

async function colleaguesFor(
  queries: Queries,
  actor: Person,
  authors: readonly ImportedAuthor[],
  speechId: SpeechId | null,
): Promise<readonly ImportCandidate[]> {
  const names = [...new Set(authors.map(({ name }) => name))];
  if (names.length === 0) return [];
  const members = queries
    .selectFrom("members")
    .select("person_id")
    .where("speech_id", "=", speechId ?? ("" as SpeechId));
  const rows = await queries
    .selectFrom("people")
    .select(["id", "name", "department"])
    .select(({ eb }) => eb("id", "in", members).as("ofSpeech"))
    .where("disabled", "=", 0)
    .where(({ or, eb }) => or([eb("name", "in", names), eb("id", "in", members), eb("id", "=", actor.id)]))
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, department, ofSpeech }) => ({
    id,
    name,
    department,
    ofSpeech: Boolean(ofSpeech) || id === actor.id,
  }));
}
