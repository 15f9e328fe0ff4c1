import { Button, Group, Text } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import type { CopyKey } from "../sync/copy-names";
import { loadLocalCopies } from "../sync/load-local-copies";
import { useCopyOut } from "../sync/use-copy-out";

interface UnsyncedCopyRowProps {
  readonly copyKey: CopyKey;
  /** The first line of its text. */
  readonly begins: string;
}

/**
 * One copy that signing out would delete, and the way to take its text along: of a speech that its writer was taken
 * off nothing else leads there.
 */
export function UnsyncedCopyRow({ copyKey, begins }: UnsyncedCopyRowProps) {
  const { save } = useMessages().editor;
  const copyOut = useCopyOut();
  const read = async () => (await loadLocalCopies()).readCopyText(copyKey);
  return (
    <Group justify="space-between" wrap="nowrap" mt="sm">
      <Text size="sm" c="dimmed" truncate>
        {begins}
      </Text>
      <Button size="compact-sm" variant="default" flex="none" onClick={() => copyOut(read)}>
        {save.copyEverything}
      </Button>
    </Group>
  );
}
