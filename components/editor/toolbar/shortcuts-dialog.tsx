"use client";

import { Kbd } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
import { keyNames } from "./key-names";
import { shortcutGroups } from "./shortcuts";
import classes from "./toolbar.module.css";

/** Every shortcut and typed beginning. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  return (
    <Dialog onClose={onClose} title={messages.editor.shortcuts.title} size="lg">
      {shortcutGroups(messages).map(({ title, shortcuts }) => (
        <section key={title} className={classes.shortcuts}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ keys, what }) => (
              <div key={what}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{keyNames(key)}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
