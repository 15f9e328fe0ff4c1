import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { isInputMethodKey } from "../form/is-input-method-key";
import type { useSettledText } from "../form/use-settled-text";
import { useHasScript } from "../use-has-script";

export interface SearchBoxProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly text: ReturnType<typeof useSettledText>;
  /** The field takes no more; left out where what is too long is told instead. */
  readonly maxLength?: number;
  /** What is wrong with what is typed. */
  readonly error?: string | undefined;
}

/** A search field with a clear button; Escape clears too. */
export function SearchBox({ label, clearLabel, text, maxLength, error }: SearchBoxProps) {
  const readOnly = !useHasScript();
  return (
    <TextInput
      type="search"
      readOnly={readOnly}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text.typed !== "" && <CloseButton size="sm" aria-label={clearLabel} onClick={() => text.setNow("")} />
      }
      maxLength={maxLength}
      error={error}
      flex={1}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isInputMethodKey(event.nativeEvent)) text.setNow("");
      }}
      {...text.inputProps}
    />
  );
}
