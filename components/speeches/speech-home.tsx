"use client";

import { ActionIcon, Button, Group, SegmentedControl, Title, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileExport, IconPlus } from "@tabler/icons-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { FailureNotice } from "../form/failure-notice";
import { useSettledText } from "../form/use-settled-text";
import { ImportEntry } from "../import/import-entry";
import MembersDialog from "../members/members-dialog";
import { useMessages } from "../messages/messages-provider";
import { CreateSpeechDialog } from "./create-speech-dialog";
import { ExportSpeechesDialog } from "./export-speeches-dialog";
import { SearchBox } from "./search-box";
import { SpeechDetailsDialog } from "./speech-details-dialog";
import classes from "./speech-home.module.css";
import { SpeechList } from "./speech-list";
import { SpeechListEmpty } from "./speech-list-empty";
import { useArchive } from "./use-archive";
import { queryOf, useListAddress } from "./use-list-address";
import { useNow } from "./use-now";
import { type InitialList, useSpeechList } from "./use-speech-list";

export interface SpeechHomeProps {
  readonly me: Person;
  readonly initial: InitialList;
}

type Dialog = { readonly kind: "details" | "members"; readonly speech: SpeechSummary };

/** The home page: search, filter, the list, and the dialogs that belong to its rows. */
export function SpeechHome({ me, initial }: SpeechHomeProps) {
  const { home, exports: words } = useMessages();
  // From the address, not from `initial`: going back brings the old page with the new address.
  const asked = queryOf(useSearchParams());
  const text = useSettledText(asked.q);
  const [archived, setArchived] = useState(asked.archived);
  const query = { q: text.settled, archived };
  const list = useSpeechList(query, initial);
  const now = useNow(initial.at);
  const [creating, { open, close }] = useDisclosure(false);
  const [isExporting, exporting] = useDisclosure(false);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const archive = useArchive({ onGone: (speech) => list.remove(speech.id), onBack: list.reload });
  useListAddress(query, (other) => {
    text.setNow(other.q);
    setArchived(other.archived);
  });

  return (
    <>
      <div className={classes.head}>
        <Title order={1}>{home.title}</Title>
        <Group gap={8} wrap="nowrap">
          <ImportEntry speech={null} takesDrops={!creating && dialog === null} onImported={list.reload} />
          {list.page.speeches.length > 0 && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={words.openSeveral}
              title={words.openSeveral}
              onClick={exporting.open}
            >
              <IconFileExport size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {home.newSpeech}
          </Button>
        </Group>
      </div>
      <div className={classes.tools}>
        <search className={classes.search}>
          <SearchBox
            label={home.search}
            clearLabel={home.clearSearch}
            text={text}
            maxLength={LIMITS.searchCharacters}
          />
        </search>
        <SegmentedControl
          aria-label={home.archiveFilter}
          value={archived ? "archived" : "current"}
          onChange={(value) => setArchived(value === "archived")}
          data={[
            { value: "current", label: home.current },
            { value: "archived", label: home.archived },
          ]}
        />
      </div>
      <VisuallyHidden role="status">
        {list.activity === "idle" && !list.isMissing ? home.found(list.page.speeches.length) : ""}
      </VisuallyHidden>
      <FailureNotice failure={list.failure} />
      {!list.isMissing && (
        <SpeechList
          speeches={list.page.speeches}
          hasMore={list.page.nextCursor !== null}
          activity={list.activity}
          now={now}
          onMore={list.loadMore}
          onDetails={(speech) => setDialog({ kind: "details", speech })}
          onMembers={(speech) => setDialog({ kind: "members", speech })}
          onArchive={archive}
          empty={<SpeechListEmpty {...query} onCreate={open} onClear={() => text.setNow("")} />}
        />
      )}
      {isExporting && <ExportSpeechesDialog speeches={list.page.speeches} onClose={exporting.close} />}
      {creating && <CreateSpeechDialog onClose={close} onMadeUnopened={list.reload} />}
      {dialog?.kind === "details" && (
        <SpeechDetailsDialog
          speech={dialog.speech}
          onClose={() => setDialog(null)}
          onChanged={list.replace}
        />
      )}
      {dialog?.kind === "members" && (
        <MembersDialog
          speech={dialog.speech}
          me={me.id}
          onClose={() => setDialog(null)}
          onOwnRoleChanged={list.reload}
        />
      )}
    </>
  );
}
