import { Tooltip } from "@mantine/core";
import type { PresentPerson } from "@/core/speech";
import { useLocale, useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import classes from "./present-people.module.css";

/** More discs than this would push the row about. */
const SHOWN = 3;

/** Who has the speech open now. */
export function PresentPeople({ people }: { people: readonly PresentPerson[] }) {
  const locale = useLocale();
  const { home } = useMessages();
  if (people.length === 0) return null;
  const names = new Intl.ListFormat(locale, { type: "unit" }).format(people.map((person) => person.name));
  const label = home.presentNow(names);
  const shown = people.length > SHOWN ? people.slice(0, SHOWN - 1) : people;
  return (
    <Tooltip label={label} multiline maw={280}>
      <span className={classes.people} role="img" aria-label={label}>
        {shown.map((person) => (
          <PersonAvatar key={person.id} id={person.id} name={person.name} size={26} />
        ))}
        {shown.length < people.length && (
          <span className={classes.more}>+{people.length - shown.length}</span>
        )}
      </span>
    </Tooltip>
  );
}
