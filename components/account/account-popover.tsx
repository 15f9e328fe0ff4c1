"use client";

import { Divider, Popover, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconKey, IconLogout } from "@tabler/icons-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import type { Person } from "@/core/person";
import { useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import classes from "./account-menu.module.css";
import { ColorSchemeChoice } from "./color-scheme-choice";
import { LanguageChoice } from "./language-choice";
import { UnsyncedDialog } from "./unsynced-dialog";
import { useSignOut } from "./use-sign-out";

/**
 * Name, language, colour scheme, password and signing out; also in the editor's bar. Opens as it is
 * mounted, by the button whose place it takes. A popover and not a menu: radio buttons may not stand
 * inside role="menu".
 */
export default function AccountPopover({ person }: { person: Person }) {
  const { account } = useMessages();
  const [opened, { open, toggle, close }] = useDisclosure(false);
  const target = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: without focus on its heir, closing would give it back to nobody.
  useEffect(() => {
    target.current?.focus();
    open();
  }, [open]);
  const signOut = useSignOut(person.id);
  const leave = () => {
    close(); // or its focus trap would fight the question's
    void signOut.leave();
  };
  const post = [person.department, person.title, person.administrator ? account.administrator : ""];

  return (
    <>
      <Popover
        opened={opened}
        onChange={(open) => !open && close()}
        width={272}
        position="bottom-end"
        shadow="md"
        radius="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <UnstyledButton
            ref={target}
            className={classes.target}
            aria-label={account.menu(person.name)}
            onClick={toggle}
          >
            <PersonAvatar id={person.id} name={person.name} />
            <span className={classes.name}>{person.name}</span>
            <IconChevronDown size={14} aria-hidden className={classes.chevron} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={6} aria-label={account.menu(person.name)}>
          <div className={classes.section}>
            <Text fw={600} lineClamp={2}>
              {person.name}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {[...post.filter(Boolean), person.signInName].join(" · ")}
            </Text>
          </div>
          <Divider my={6} />
          <div className={classes.section}>
            <LanguageChoice />
            <ColorSchemeChoice />
          </div>
          <Divider my={6} />
          <Link href="/change-password" className={classes.item} onClick={close}>
            <IconKey size={16} aria-hidden />
            {account.changePassword}
          </Link>
          <UnstyledButton className={classes.item} disabled={signOut.busy} onClick={leave}>
            <IconLogout size={16} aria-hidden />
            {account.signOut}
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
      {/* Outside the popover, which closes as soon as something else is clicked. */}
      <UnsyncedDialog signOut={signOut} />
    </>
  );
}
