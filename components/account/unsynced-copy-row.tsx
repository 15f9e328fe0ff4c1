import { Button, Group, Text } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import type { CopyKey } from "../sync/copy-names";
import { copyText } from "../sync/copy-text";
import { loadLocalCopies } from "../sync/load-local-copies";

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
  const notice = useNotice();
  const copy = async () => {
    const { readCopyText } = await loadLocalCopies();
    if (await copyText(await readCopyText(copyKey))) notice.tell(save.copiedEverything);
    else notice.tellFailure(save.copyFailed);
  };
  return (
    <Group justify="space-between" wrap="nowrap" mt="sm">
      <Text size="sm" c="dimmed" truncate>
        {begins}
      </Text>
      <Button size="compact-sm" variant="default" flex="none" onClick={() => copy().catch(notice.fail)}>
        {save.copyEverything}
      </Button>
    </Group>
  );
}
