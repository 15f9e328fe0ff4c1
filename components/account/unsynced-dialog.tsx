import { Button, Group, Modal, Text } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { UnsyncedCopyRow } from "./unsynced-copy-row";
import type { useSignOut } from "./use-sign-out";

/** Asks before signing out deletes text that exists on this device only; it can be copied first. */
export function UnsyncedDialog({ signOut }: { signOut: ReturnType<typeof useSignOut> }) {
  const { account, general } = useMessages();
  const { busy, unsynced, discardAndLeave, stay } = signOut;
  const characters = unsynced.reduce((sum, copy) => sum + copy.unsynced.characters, 0);
  const readable = unsynced.flatMap(({ key, begins }) => (begins === null ? [] : [{ key, begins }]));
  const unreadable = unsynced.length - readable.length;
  return (
    <Modal
      opened={unsynced.length > 0}
      onClose={stay}
      title={account.unsyncedTitle}
      closeButtonProps={{ "aria-label": general.close }}
    >
      <Text size="sm">{account.unsyncedText(unsynced.length, characters)}</Text>
      {unreadable > 0 && (
        <Text size="sm" mt="xs">
          {account.unreadableCopies(unreadable)}
        </Text>
      )}
      {readable.map(({ key, begins }) => (
        <UnsyncedCopyRow key={JSON.stringify(key)} copyKey={key} begins={begins} />
      ))}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={stay} data-autofocus>
          {general.cancel}
        </Button>
        <Button color="vermilion.6" loading={busy} onClick={discardAndLeave}>
          {account.signOutAnyway}
        </Button>
      </Group>
    </Modal>
  );
}
