"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { canInOffice } from "@/core/access";
import type { Person } from "@/core/person";
import { AccountMenu } from "../account/account-menu";
import { InboxLink } from "../inbox/inbox-link";
import { useMessages } from "../messages/messages-provider";
import { Brand } from "./brand";
import classes from "./top-bar.module.css";

/** The bar over the office's pages; the editor has its own. */
export function TopBar({ person }: { person: Person }) {
  const messages = useMessages();
  const path = usePathname();
  return (
    <header className={classes.bar}>
      <div className={classes.inside}>
        <Brand />
        <nav className={classes.nav}>
          {canInOffice(person, "manage-people") && (
            <Link
              href="/people"
              className={classes.link}
              aria-current={path === "/people" ? "page" : undefined}
            >
              {messages.people.title}
            </Link>
          )}
          {canInOffice(person, "manage-stages") && (
            <Link
              href="/stages"
              className={classes.link}
              aria-current={path === "/stages" ? "page" : undefined}
            >
              {messages.officeStages.title}
            </Link>
          )}
          {canInOffice(person, "manage-house-styles") && (
            <Link
              href="/house-styles"
              className={classes.link}
              aria-current={path === "/house-styles" ? "page" : undefined}
            >
              {messages.houseStyles.title}
            </Link>
          )}
          <InboxLink />
          <AccountMenu person={person} />
        </nav>
      </div>
    </header>
  );
}
