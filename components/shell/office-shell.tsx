"use client";

import type { ReactNode } from "react";
import type { Person } from "@/core/person";
import { useMessages } from "../messages/messages-provider";
import classes from "./office-shell.module.css";
import { TopBar } from "./top-bar";
import { useOwnPage } from "./use-own-page";

/** Bar and content of the pages for signed-in people. */
export function OfficeShell({ person, children }: { person: Person; children: ReactNode }) {
  const { general } = useMessages();
  useOwnPage();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {general.skipToContent}
      </a>
      <TopBar person={person} />
      <main id="content" tabIndex={-1} className={classes.content}>
        {children}
      </main>
    </>
  );
}
