import { Checkbox, type CheckboxProps } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";

/** Whether somebody manages people; says what that doesn't include. */
export function AdministratorField(props: CheckboxProps) {
  const { people } = useMessages();
  return <Checkbox label={people.administrator} description={people.administratorHint} {...props} />;
}
