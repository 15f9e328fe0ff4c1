import { ActionIcon, Group, TextInput, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { newInitialPassword } from "@/core/initial-password";
import { useMessages } from "../messages/messages-provider";
import { CopyTextButton } from "../shell/copy-text-button";

export interface InitialPasswordFieldProps {
  readonly value: string;
  /** Absent once the password is in force: it can only be copied then. */
  readonly onChange?: (password: string) => void;
  /** It is being sent as it is. */
  readonly busy?: boolean;
}

/** A generated password: can be read, copied and, before it's set, drawn again. */
export function InitialPasswordField({ value, onChange, busy = false }: InitialPasswordFieldProps) {
  const { people } = useMessages();
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        label={people.initialPassword}
        value={value}
        readOnly
        ff="monospace"
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", letterSpacing: "0.04em" } }}
        onFocus={(event) => event.currentTarget.select()}
        rightSection={
          onChange !== undefined && (
            <Tooltip label={people.regenerate}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={people.regenerate}
                disabled={busy}
                onClick={() => onChange(newInitialPassword())}
              >
                <IconRefresh size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )
        }
      />
      {/* With another password it begins anew: that one isn't copied yet. */}
      <CopyTextButton key={value} text={value} />
    </Group>
  );
}
