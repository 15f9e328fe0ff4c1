import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";

/** A password input whose eye says in the person's language what it does. */
export function PasswordField(props: PasswordInputProps) {
  const { auth } = useMessages();
  return <PasswordInput visibilityToggleButtonProps={{ "aria-label": auth.showPassword }} {...props} />;
}
