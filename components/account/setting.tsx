import { SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";

export interface SettingProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One choice of a few, with its label above. */
export function Setting<Value extends string>({ label, value, options, onChange }: SettingProps<Value>) {
  const id = useId();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} id={id}>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
    </div>
  );
}
