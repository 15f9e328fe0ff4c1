import { useMessages } from "@/components/messages/messages-provider";
import type { PersonId } from "@/core/ids";
import type { ImportPreviewAuthor } from "@/core/import-requests";
import classes from "./import.module.css";

interface PeopleMatchProps {
  readonly authors: readonly ImportPreviewAuthor[];
  readonly people: readonly (PersonId | null)[];
  readonly onChange: (people: readonly (PersonId | null)[]) => void;
}

/** Who each name in the file is: a colleague, or somebody outside. */
export function PeopleMatch({ authors, people, onChange }: PeopleMatchProps) {
  const { general, imports: words } = useMessages();
  if (authors.length === 0) return null;
  const choose = (index: number, id: string) => {
    const { candidates = [] } = authors[index] ?? {};
    const person = candidates.find((candidate) => candidate.id === id)?.id ?? null;
    onChange(people.map((each, at) => (at === index ? person : each)));
  };
  return (
    <fieldset className={classes.people}>
      <legend>{words.people}</legend>
      {authors.map(({ key, name, candidates }, index) => (
        <label key={key} className={classes.choice}>
          <span>{name || words.nameless}</span>
          <select
            aria-label={words.personOf(name || words.nameless)}
            value={people[index] ?? ""}
            onChange={(event) => choose(index, event.currentTarget.value)}
          >
            <option value="">{words.outside}</option>
            {candidates.map(({ id, name: own, department }) => (
              <option key={id} value={id}>
                {department === "" ? own : general.aside(own, department)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
