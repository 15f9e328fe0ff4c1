"use client";

import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { loadMembersDialog } from "@/components/members/load-members-dialog";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";

const MembersDialog = dynamic(laterPart(loadMembersDialog));

/** Opens the list of members and their roles. */
export function MembersEntry() {
  const { header } = useMessages().editor;
  const { connection, person, settings } = useWorkspace();
  const role = useConnectionFact(connection, (state) => state.role);
  const [opened, setOpened] = useState(false);
  const { id, title } = settings.speech;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        fullWidth
        mt="sm"
        leftSection={<IconUsers size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {header.members}
      </Button>
      {opened && (
        <MembersDialog speech={{ id, title, role }} me={person.id} onClose={() => setOpened(false)} />
      )}
    </>
  );
}
