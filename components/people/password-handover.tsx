import { Button, Group, Stack, Text } from "@mantine/core";
import type { Person } from "@/core/person";
import { useMessages } from "../messages/messages-provider";
import { InitialPasswordField } from "./initial-password-field";

export interface PasswordHandoverProps {
  readonly person: Person;
  readonly password: string;
  readonly onClose: () => void;
}

/** The last sight of an initial password, for the administrator to pass on. */
export function PasswordHandover({ person, password, onClose }: PasswordHandoverProps) {
  const { people, general } = useMessages();
  return (
    <Stack gap="md">
      <Text size="sm">
        {people.signInName} <strong>{person.signInName}</strong>
      </Text>
      <InitialPasswordField value={password} />
      <Text size="sm" c="dimmed">
        {people.initialPasswordHint}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {general.close}
        </Button>
      </Group>
    </Stack>
  );
}
