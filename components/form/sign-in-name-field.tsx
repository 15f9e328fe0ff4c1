import { TextInput, type TextInputProps } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";

/** A sign-in name: no phone may write it with a capital, no browser underline it. */
export function SignInNameField(props: TextInputProps) {
  const { auth } = useMessages();
  return <TextInput label={auth.signInName} autoCapitalize="none" spellCheck={false} {...props} />;
}
