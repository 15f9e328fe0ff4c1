import { colorOf } from "@/core/presence";
import { initialsOf } from "./initials";
import classes from "./person-avatar.module.css";

export interface PersonAvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  /** Set where no text beside it says the name. */
  readonly labelled?: boolean;
}

/** A person as a disc in the same colour as their caret. A plain one: Mantine's costs every page its groups and pictures. */
export function PersonAvatar({ id, name, size = 28, labelled = false }: PersonAvatarProps) {
  return (
    <span
      className={classes.disc}
      style={{ width: size, height: size, background: colorOf(id), fontSize: size * 0.38 }}
      {...(labelled ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
    >
      {initialsOf(name)}
    </span>
  );
}
