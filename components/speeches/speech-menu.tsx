import { ActionIcon, Menu } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconUsers } from "@tabler/icons-react";
import { can, roleOnText } from "@/core/access";
import type { SpeechSummary } from "@/core/speech";
import { useMessages } from "../messages/messages-provider";

export interface SpeechMenuProps {
  readonly speech: SpeechSummary;
  readonly onDetails: (speech: SpeechSummary) => void;
  readonly onMembers: (speech: SpeechSummary) => void;
  readonly onArchive: (speech: SpeechSummary, archived: boolean) => void;
}

/** What can be done to a speech from the list, as far as the person's role goes on it as it is now. */
export function SpeechMenu({ speech, onDetails, onMembers, onArchive }: SpeechMenuProps) {
  const { home } = useMessages();
  const Archive = speech.archived ? IconArchiveOff : IconArchive;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={home.moreActions(speech.title)}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can(roleOnText(speech.role, speech), "rename") && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onDetails(speech)}>
            {home.details}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => onMembers(speech)}>
          {home.openMembers}
        </Menu.Item>
        {can(speech.role, "archive") && (
          <Menu.Item leftSection={<Archive size={16} />} onClick={() => onArchive(speech, !speech.archived)}>
            {speech.archived ? home.restore : home.archive}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
