import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";

/** A password input whose eye says in the person's language what it does. */
export function PasswordField(props: PasswordInputProps) {
  const { auth } = useMessages();
  return (
    <PasswordInput
      // Mantine reddens the frame around the input and doesn't tell the input itself.
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleButtonProps={{ "aria-label": auth.showPassword }}
      {...props}
    />
  );
}
