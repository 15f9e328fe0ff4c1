import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconKey, IconPencil, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import type { Person } from "@/core/person";
import { useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import classes from "./person-row.module.css";

/** What the administrator can do to an account. */
export type PersonAction = "edit" | "reset" | "disable" | "enable";

export interface PersonRowProps {
  readonly person: Person;
  readonly onAction: (action: PersonAction) => void;
}

/** An account with what the administrator can do to it. */
export function PersonRow({ person, onAction }: PersonRowProps) {
  const { people } = useMessages();
  return (
    <li className={classes.row} data-disabled={person.disabled || undefined}>
      <PersonAvatar id={person.id} name={person.name} size={36} />
      <div className={classes.who}>
        <p className={classes.name}>
          {person.name}
          {person.administrator && <span className={classes.administrator}>{people.administrator}</span>}
        </p>
        <p className={classes.signInName}>{person.signInName}</p>
      </div>
      <p className={classes.post}>{[person.department, person.title].filter(Boolean).join(" · ")}</p>
      <p className={classes.status}>{statusOf(person, people)}</p>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes.menu}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={people.moreActions(person.name)}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAction("edit")}>
            {people.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => onAction("reset")}>
            {people.resetPassword}
          </Menu.Item>
          {person.disabled ? (
            <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => onAction("enable")}>
              {people.enable}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => onAction("disable")}>
              {people.disable}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function statusOf(person: Person, people: ReturnType<typeof useMessages>["people"]): string {
  if (person.disabled) return people.disabled;
  return person.mustChangePassword ? people.awaitingFirstSignIn : people.active;
}
