import { Avatar } from "@mantine/core";
import { colorOf } from "@/core/presence";
import { initialsOf } from "./initials";

export interface PersonAvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  /** Set where no text beside it says the name. */
  readonly labelled?: boolean;
}

/** A person as a disc in the same colour as their caret. */
export function PersonAvatar({ id, name, size = 28, labelled = false }: PersonAvatarProps) {
  return (
    <Avatar
      size={size}
      radius="xl"
      {...(labelled ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
      styles={{
        placeholder: {
          background: colorOf(id),
          color: "#fff",
          border: "none",
          fontSize: size * 0.38,
          fontWeight: 500,
          letterSpacing: 0,
        },
      }}
    >
      {initialsOf(name)}
    </Avatar>
  );
}
