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
import { loadAccountPopover } from "./load-account-popover";
import { useAskingPerson } from "./use-asking-person";

const AccountPopover = dynamic(laterPart(loadAccountPopover));

/** The signed-in person; what opens from it is fetched at the first click, few pages need it. */
export function AccountMenu({ person }: { person: Person }) {
  const { account } = useMessages();
  useAskingPerson(person.id);
  const [asked, setAsked] = useState(false);
  const [here, setHere] = useState(false);
  return (
    <>
      {!here && (
        <UnstyledButton
          className={classes.target}
          aria-label={account.menu(person.name)}
          aria-haspopup="dialog"
          onClick={() => setAsked(true)}
          // Whoever went on doesn't want it any more: opening, it would take the focus out of the text.
          onBlur={() => setAsked(false)}
        >
          <PersonAvatar id={person.id} name={person.name} />
          <span className={classes.name}>{person.name}</span>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      )}
      {(asked || here) && <AccountPopover person={person} onHere={() => setHere(true)} />}
    </>
  );
}
