import { useMessages } from "@/components/messages/messages-provider";
import type { PersonId } from "@/core/ids";
import { candidatesOf } from "@/core/import-candidates";
import type { ImportPreview } from "@/core/import-requests";
import classes from "./import.module.css";

interface PeopleMatchProps extends Pick<ImportPreview, "authors" | "colleagues"> {
  readonly people: readonly (PersonId | null)[];
  readonly onChange: (people: readonly (PersonId | null)[]) => void;
}

/** Who each name in the file is: a colleague, or somebody outside. */
export function PeopleMatch({ authors, colleagues, people, onChange }: PeopleMatchProps) {
  const { general, imports: words } = useMessages();
  if (authors.length === 0) return null;
  const choose = (index: number, id: string) => {
    const person = colleagues.find((colleague) => colleague.id === id)?.id ?? null;
    onChange(people.map((each, at) => (at === index ? person : each)));
  };
  return (
    <fieldset className={classes.people}>
      <legend>{words.people}</legend>
      {authors.map(({ key, name }, index) => (
        <label key={key} className={classes.choice}>
          <span>{name || words.nameless}</span>
          <select
            aria-label={words.personOf(name || words.nameless)}
            value={people[index] ?? ""}
            onChange={(event) => choose(index, event.currentTarget.value)}
          >
            <option value="">{words.outside}</option>
            {candidatesOf(name, colleagues).map(({ id, name: own, department }) => (
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
