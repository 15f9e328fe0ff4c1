"use client";

import { Kbd } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
import { keyNames } from "./key-names";
import classes from "./toolbar.module.css";

/** Every shortcut and typed beginning. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { shortcuts, suggestions, toolbar } = useMessages().editor;
  const rows: readonly (readonly [string, string])[] = [
    ["mod+Alt+1 … 4", shortcuts.heading],
    ["mod+Alt+0", shortcuts.paragraph],
    ["一、", shortcuts.typedNumber],
    ["#", shortcuts.markdown],
    ["/", shortcuts.slash],
    ["Backspace", shortcuts.undoTyped],
    ["mod+B", toolbar.bold],
    ["mod+I", toolbar.italic],
    ["mod+Z", toolbar.undo],
    ["mod+Y", toolbar.redo],
    ["mod+F", toolbar.find],
    ["F3 / Shift+F3", shortcuts.findNext],
    ["Alt+↑ / Alt+↓", shortcuts.movePart],
    ["mod+Alt+A", suggestions.acceptHere],
    ["mod+Alt+R", suggestions.rejectHere],
  ];
  return (
    <Dialog onClose={onClose} title={shortcuts.title} size="md">
      <dl className={classes.shortcuts}>
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keyNames(keys)}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
