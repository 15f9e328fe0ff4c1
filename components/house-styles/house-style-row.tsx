import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconCopy, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import type { PaperStyle } from "@/core/paper/paper-style";
import { useMessages } from "../messages/messages-provider";
import classes from "./house-styles.module.css";
import { paperFigures } from "./paper-figures";

interface HouseStyleRowProps {
  readonly name: string;
  readonly paper: PaperStyle;
  readonly onCopy: () => void;
  /** Left out for a preset, which nobody changes. */
  readonly own?: { readonly onEdit: () => void; readonly onRemove: () => void };
}

/** A layout with the figures that tell it from others, and what can be done with it. */
export function HouseStyleRow({ name, paper, onCopy, own }: HouseStyleRowProps) {
  const { houseStyles: words } = useMessages();
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>
          {name}
          {own === undefined && <span className={classes.fixed}>{words.fixed}</span>}
        </p>
        <p className={classes.figures}>{paperFigures(paper, words)}</p>
      </div>
      {own === undefined ? (
        <Button variant="default" size="xs" aria-label={words.copyOf(name)} onClick={onCopy}>
          {words.copy}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={words.more(name)}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={own.onEdit}>
              {words.edit}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
              {words.copy}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={own.onRemove}>
              {words.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
