"use client";

import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { laterPart } from "@/components/shell/later-part";
import type { Person } from "@/core/person";
import { useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import classes from "./account-menu.module.css";
import { useAskingPerson } from "./use-asking-person";

const AccountPopover = dynamic(
  laterPart(() => import("./account-popover").then((module) => module.AccountPopover)),
);

/** The signed-in person; what opens from it is fetched at the first click, few pages need it. */
export function AccountMenu({ person }: { person: Person }) {
  const { account } = useMessages();
  useAskingPerson(person.id);
  const [asked, setAsked] = useState(false);
  if (asked) return <AccountPopover person={person} />;
  return (
    <UnstyledButton
      className={classes.target}
      aria-label={account.menu(person.name)}
      aria-haspopup="dialog"
      onClick={() => setAsked(true)}
    >
      <PersonAvatar id={person.id} name={person.name} />
      <span className={classes.name}>{person.name}</span>
      <IconChevronDown size={14} aria-hidden className={classes.chevron} />
    </UnstyledButton>
  );
}
