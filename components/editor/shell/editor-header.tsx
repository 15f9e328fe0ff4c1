"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconFileSearch, IconLayoutSidebar } from "@tabler/icons-react";
import Link from "next/link";
import { AccountMenu } from "@/components/account/account-menu";
import { InboxLink } from "@/components/inbox/inbox-link";
import { useMessages } from "@/components/messages/messages-provider";
import { can, type Role, roleOnText, roleUnlessArchived } from "@/core/access";
import type { Person } from "@/core/person";
import { PanelToggle } from "./panel-toggle";
import { SideToggle } from "./side-toggle";
import classes from "./speech-editor.module.css";
import { SpeechTitle } from "./speech-title";
import { StageEntry } from "./stage-entry";
import type { Side } from "./use-sides";
import type { SpeechSettings } from "./use-speech";

interface EditorHeaderProps {
  readonly settings: SpeechSettings;
  readonly person: Person;
  readonly role: Role;
  /** Absent while there is nothing to open yet. */
  readonly open?: Readonly<Record<Side, boolean>>;
  readonly onToggle?: (side: Side) => void;
}

/** Back, title and what may be opened at the sides. Stands in the page's header. */
export function EditorHeader({ settings, person, role, open, onToggle }: EditorHeaderProps) {
  const { general, editor, preview } = useMessages();
  const { header } = editor;
  const { speech } = settings;
  return (
    <div className={classes.header}>
      <ActionIcon
        component={Link}
        href="/"
        // The list changes while somebody writes, and asking for it now would delay the text.
        prefetch={false}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={general.backHome}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      {open && (
        <SideToggle
          icon={IconLayoutSidebar}
          isOpen={open.outline}
          showLabel={header.showOutline}
          hideLabel={header.hideOutline}
          onToggle={() => onToggle?.("outline")}
        />
      )}
      <SpeechTitle
        title={speech.title}
        editable={can(roleOnText(role, speech), "rename")}
        isOpening={open === undefined}
        onRename={(title) => settings.change({ title })}
      />
      <StageEntry
        settings={settings}
        mayMove={open !== undefined && can(roleUnlessArchived(speech.role, speech), "move-stage")}
      />
      <span className={classes.spring} />
      <InboxLink />
      <AccountMenu person={person} />
      {open && can(role, "export") && (
        <SideToggle
          className={classes.onWideOnly}
          icon={IconFileSearch}
          isOpen={open.preview}
          showLabel={preview.show}
          hideLabel={preview.hide}
          onToggle={() => onToggle?.("preview")}
        />
      )}
      {open && <PanelToggle isOpen={open.panel} onToggle={() => onToggle?.("panel")} />}
    </div>
  );
}
