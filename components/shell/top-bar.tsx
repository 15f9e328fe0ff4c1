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
  const { people, officeStages, houseStyles } = useMessages();
  const path = usePathname();
  const pages = [
    { href: "/people", action: "manage-people", title: people.title },
    { href: "/stages", action: "manage-stages", title: officeStages.title },
    { href: "/house-styles", action: "manage-house-styles", title: houseStyles.title },
  ] as const;
  return (
    <header className={classes.bar}>
      <div className={classes.inside}>
        <Brand />
        <nav className={classes.nav}>
          {pages
            .filter(({ action }) => canInOffice(person, action))
            .map(({ href, title }) => (
              <Link
                key={href}
                href={href}
                className={classes.link}
                aria-current={path === href ? "page" : undefined}
              >
                {title}
              </Link>
            ))}
          <InboxLink />
          <AccountMenu person={person} />
        </nav>
      </div>
    </header>
  );
}
