import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { isInputMethodKey } from "../form/is-input-method-key";
import type { useSettledText } from "../form/use-settled-text";

export interface SearchBoxProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly text: ReturnType<typeof useSettledText>;
}

/** A search field with a clear button; Escape clears too. */
export function SearchBox({ label, clearLabel, text }: SearchBoxProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text.typed !== "" && <CloseButton size="sm" aria-label={clearLabel} onClick={() => text.setNow("")} />
      }
      maxLength={100}
      flex={1}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isInputMethodKey(event.nativeEvent)) text.setNow("");
      }}
      {...text.inputProps}
    />
  );
}
