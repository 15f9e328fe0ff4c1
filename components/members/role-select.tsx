import { Select, type SelectProps, Text } from "@mantine/core";
import { ROLES, type Role } from "@/core/access";
import { useMessages } from "../messages/messages-provider";

export interface RoleSelectProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  readonly label: string;
  readonly disabled?: boolean;
}

/** The five roles, each with what it may do. */
export function RoleSelect({ value, onChange, label, disabled = false }: RoleSelectProps) {
  const { speech } = useMessages();
  const renderOption: SelectProps["renderOption"] = ({ option }) => (
    <div>
      <Text size="sm">{option.label}</Text>
      <Text size="xs" c="dimmed">
        {speech.roleHints[option.value as Role] /* the options are made from ROLES just below */}
      </Text>
    </div>
  );
  return (
    <Select
      w={124}
      flex="none"
      aria-label={label}
      value={value}
      onChange={(role) => role !== null && onChange(role)}
      data={ROLES.map((role) => ({ value: role, label: speech.roles[role] }))}
      renderOption={renderOption}
      allowDeselect={false}
      withCheckIcon={false}
      disabled={disabled}
      comboboxProps={{ width: 240, position: "bottom-end", shadow: "md" }}
    />
  );
}
