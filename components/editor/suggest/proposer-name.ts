import type { Person } from "@/core/person";
import type { Member } from "@/core/speech";

interface KnownPeople {
  readonly person: Pick<Person, "id" | "name">;
  /** Empty until they have come: every speech has its chief. */
  readonly members: readonly Pick<Member, "personId" | "name">[];
  /** Of proposers who aren't members. */
  readonly names: ReadonlyMap<string, string>;
  /** More names are on their way. */
  readonly isAsking: boolean;
}

/** Whose suggestion it is: null while nobody has said yet, `gone` for who isn't on the speech and left no name. */
export function proposerName(
  id: string,
  gone: string,
  { person, members, names, isAsking }: KnownPeople,
): string | null {
  if (id === person.id) return person.name;
  const name = members.find(({ personId }) => personId === id)?.name ?? names.get(id);
  return name || (members.length === 0 || isAsking ? null : gone);
}
